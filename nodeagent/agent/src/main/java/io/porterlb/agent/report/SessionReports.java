package io.porterlb.agent.report;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.Failure;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.desired.plan.NeighborPlan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PeerPlan;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.SessionReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the node says of each BgpPeer that selects it: its session, or why there is none.
final class SessionReports {
    private SessionReports() {}

    /// In the order of the BgpPeers' names.
    ///
    /// @param bfd states of BFD by BgpPeer
    static List<SessionReport> of(NodePlan plan, List<PeerStatus> sessions, Map<String, String> bfd) {
        Map<String, PeerStatus> byName =
                sessions.stream().collect(Collectors.toMap(PeerStatus::name, Function.identity()));
        List<SessionReport> reports = new ArrayList<>();
        plan.speaker()
                .ifPresent(speaker -> speaker.peers()
                        .forEach(peer -> Optional.ofNullable(byName.get(peer.name()))
                                .ifPresent(session ->
                                        reports.add(report(peer, session, bfd.getOrDefault(peer.name(), ""))))));
        plan.peerProblems().forEach((peer, problem) -> reports.add(report(peer, problem)));
        reports.sort(Comparator.comparing(SessionReport::peer));
        return reports;
    }

    private static SessionReport report(PeerPlan peer, PeerStatus session, String bfd) {
        Optional<Failure> failure = session.lastFailure();
        return new SessionReport(
                peer.name(),
                where(peer.neighbor(), session),
                peer.localAs(),
                peer.peerAs(),
                session.peerRouterId().map(IpAddress::toString).orElse(""),
                session.state().name().replace("_", ""), // as OpenELB and GoBGP spell it
                session.since().toString(),
                failure.map(Failure::reason).orElse(""),
                failure.map(Failure::message).orElse(""),
                session.routesSent(),
                session.routesReceived(),
                session.holdTime().isPresent()
                        ? OptionalInt.of((int) session.holdTime().get().toSeconds())
                        : OptionalInt.empty(),
                bfd);
    }

    /// The address, also where it had to be found out.
    private static String where(NeighborPlan neighbor, PeerStatus session) {
        return switch (neighbor) {
            case NeighborPlan.At at -> at.toString();
            case NeighborPlan.OnLink link ->
                session.address()
                        .map(address -> address + "%" + link.networkInterface())
                        .orElseGet(link::toString);
        };
    }

    private static SessionReport report(String peer, PeerProblem problem) {
        return new SessionReport(
                peer, "", 0, 0, "", "IDLE", "", problem.reason(), problem.message(), 0, 0, OptionalInt.empty(), "");
    }
}
