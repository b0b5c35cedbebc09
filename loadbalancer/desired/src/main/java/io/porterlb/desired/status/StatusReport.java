package io.porterlb.desired.status;

import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.plan.Sessions;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.SessionReport;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What every object's status should say. Eips that are left to a CNI are not in it.
public record StatusReport(
        Map<String, EipStatus> eips, Map<String, BgpPeerStatus> peers, Map<String, BgpConfStatus> confs) {
    public StatusReport {
        eips = Map.copyOf(eips);
        peers = Map.copyOf(peers);
        confs = Map.copyOf(confs);
    }

    /// The report on a view.
    ///
    /// @param assignments what the allocator made of the same view
    public static StatusReport of(ClusterView view, Assignments assignments) {
        NavigableMap<String, Sessions> sessions = new TreeMap<>();
        view.nodes().forEach((name, node) -> sessions.put(name, Sessions.of(view, node)));
        Map<String, BgpConfStatus> confs = new HashMap<>();
        view.confs().forEach((name, conf) -> confs.put(name, new ConfReport(conf, sessions).status()));
        return new StatusReport(
                eips(view, assignments, Routers.of(view, sessions.values())), peers(view, sessions), confs);
    }

    private static Map<String, EipStatus> eips(ClusterView view, Assignments assignments, Routers routers) {
        Pools pools = Pools.of(view.eips());
        Usage usage = Usage.of(view, assignments, pools);
        Map<String, EipStatus> eips = new HashMap<>();
        pools.all().stream()
                .filter(pool -> !pool.eip().foreign())
                .forEach(pool -> eips.put(pool.name(), new EipReport(pool, pools, usage, routers).status()));
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

    private static NavigableMap<String, NodeView> selected(ClusterView view, BgpPeerView peer) {
        NavigableMap<String, NodeView> selected = new TreeMap<>(view.nodes());
        selected.values().removeIf(node -> !peer.nodeSelector().matches(node.labels()));
        return selected;
    }
}
