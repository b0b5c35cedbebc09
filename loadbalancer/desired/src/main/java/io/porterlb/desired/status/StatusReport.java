package io.porterlb.desired.status;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.allocation.Notice;
import io.porterlb.desired.plan.Sessions;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.SessionReport;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What every object's status should say. Eips that are left to a CNI are not in it.
///
/// @param services of each Service that is served or refused
public record StatusReport(
        Map<String, EipStatus> eips,
        Map<String, BgpPeerStatus> peers,
        Map<String, BgpConfStatus> confs,
        Map<ServiceKey, Condition> services) {
    public StatusReport {
        eips = Map.copyOf(eips);
        peers = Map.copyOf(peers);
        confs = Map.copyOf(confs);
        services = Map.copyOf(services);
    }

    /// The report on a view.
    ///
    /// @param assignments what the allocator made of the same view
    public static StatusReport of(ClusterView view, Assignments assignments) {
        NavigableMap<String, Sessions> sessions = new TreeMap<>();
        view.nodes().forEach((name, node) -> sessions.put(name, Sessions.of(view, node)));
        Map<String, BgpConfStatus> confs = new HashMap<>();
        view.confs().forEach((name, conf) -> confs.put(name, new ConfReport(conf, sessions).status()));
        return new StatusReport(eips(view, assignments), peers(view, sessions), confs, services(assignments));
    }

    private static Map<String, EipStatus> eips(ClusterView view, Assignments assignments) {
        Pools pools = Pools.of(view.eips());
        Usage usage = Usage.of(view, assignments, pools);
        Map<String, EipStatus> eips = new HashMap<>();
        pools.all().stream()
                .filter(pool -> !pool.eip().foreign())
                .forEach(pool -> eips.put(pool.name(), new EipReport(pool, pools, usage).status()));
        return eips;
    }

    private static Map<String, BgpPeerStatus> peers(ClusterView view, Map<String, Sessions> sessions) {
        Map<String, NavigableMap<String, SessionReport>> reports = new HashMap<>();
        view.reports()
                .forEach((node, report) -> report.sessions()
                        .forEach(session -> reports.computeIfAbsent(session.peer(), _ -> new TreeMap<>())
                                .put(node, session)));
        Map<String, BgpPeerStatus> peers = new HashMap<>();
        view.peers().forEach((name, peer) -> {
            NavigableMap<String, SessionReport> heard = reports.getOrDefault(name, new TreeMap<>());
            peers.put(name, new PeerReport(peer, selected(view, peer), sessions, heard).status());
        });
        return peers;
    }

    private static NavigableSet<String> selected(ClusterView view, BgpPeerView peer) {
        return view.nodes().values().stream()
                .filter(node -> peer.nodeSelector().matches(node.labels()))
                .map(NodeView::name)
                .collect(toCollection(TreeSet::new));
    }

    private static Map<ServiceKey, Condition> services(Assignments assignments) {
        Map<ServiceKey, Condition> services = new HashMap<>();
        assignments
                .services()
                .forEach((key, assignment) ->
                        condition(assignment).ifPresent(condition -> services.put(key, condition)));
        return services;
    }

    private static Optional<Condition> condition(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Held held -> Optional.of(assigned(held));
            case Assignment.Refused(var problem) ->
                Optional.of(new Condition(Condition.ADDRESS_ASSIGNED, false, problem.reason(), problem.message()));
            case Assignment.Released _, Assignment.LeftAlone _ -> Optional.empty();
        };
    }

    private static Condition assigned(Assignment.Held held) {
        String addresses = held.addresses().stream().map(IpAddress::toString).collect(joining(", "));
        String notices =
                held.notices().stream().map(notice -> " " + notice.message()).collect(joining());
        String reason = held.notices().stream().findFirst().map(Notice::reason).orElse("Assigned");
        return new Condition(
                Condition.ADDRESS_ASSIGNED,
                true,
                reason,
                "%s from Eip %s.%s".formatted(addresses, held.eip(), notices));
    }
}
