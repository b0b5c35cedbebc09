package io.porterlb.agent.report;

import io.porterlb.bgp.Failure;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PeerPlan;
import io.porterlb.desired.plan.SpeakerPlan;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.SessionReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the node says of each BgpPeer that selects it: its session, or why there is none.
final class SessionReports {
    private SessionReports() {}

    /// In the order of the BgpPeers' names.
    static List<SessionReport> of(NodePlan plan, List<PeerStatus> sessions) {
        Map<String, PeerStatus> byName =
                sessions.stream().collect(Collectors.toMap(PeerStatus::name, Function.identity()));
        List<SessionReport> reports = new ArrayList<>();
        plan.speaker()
                .ifPresent(speaker -> speaker.peers()
                        .forEach(peer -> Optional.ofNullable(byName.get(peer.name()))
                                .ifPresent(session -> reports.add(report(speaker, peer, session)))));
        plan.peerProblems().forEach((peer, problem) -> reports.add(report(peer, problem)));
        reports.sort(Comparator.comparing(SessionReport::peer));
        return reports;
    }

    private static SessionReport report(SpeakerPlan speaker, PeerPlan peer, PeerStatus session) {
        Optional<Failure> failure = session.lastFailure();
        return new SessionReport(
                peer.name(),
                peer.address().toString(),
                peer.localAs(),
                peer.peerAs(),
                speaker.routerId().toString(),
                session.state().name().replace("_", ""), // as OpenELB and GoBGP spell it
                session.since().toString(),
                failure.map(Failure::reason).orElse(""),
                failure.map(Failure::message).orElse(""),
                session.routesSent());
    }

    private static SessionReport report(String peer, PeerProblem problem) {
        return new SessionReport(peer, "", 0, 0, "", "IDLE", "", problem.reason(), problem.message(), 0);
    }
}
