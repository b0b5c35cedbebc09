package io.porterlb.desired.plan;

import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import java.util.Comparator;
import java.util.List;

/// The order in which routers are to use the nodes that announce an address: one node at a time, and the next one where
/// that is gone, which routers notice long before anything is known of it here.
///
/// The order is that of [Weight], so that all agents see it alike, and a node that comes or goes leaves the others in
/// theirs.
record Succession(ClusterView view, Addresses.Announced announced) {
    /// A place behind which all nodes share: of a path that is made ever longer some router has enough.
    static final int LAST = 3;

    /// The place of a node that announces the address, 0 for the first.
    int place(NodeView node) {
        Comparator<NodeView> order = Weight.heaviestFirst(announced.address());
        return (int) view.nodes().values().stream()
                .filter(other -> order.compare(other, node) < 0)
                .filter(other -> isTold(other) && new Reachability(view, other).leads(announced))
                .limit(LAST)
                .count();
    }

    /// Whether a router may hear of the node: from itself, or from those that announce the ones left out.
    private boolean isTold(NodeView node) {
        List<String> names = BackEnd.announcement(announced.eip()).peers();
        return view.peers().values().stream()
                .filter(peer -> names.isEmpty() || names.contains(peer.name()))
                .anyMatch(peer -> isTold(peer, node));
    }

    private static boolean isTold(BgpPeerView peer, NodeView node) {
        return !peer.announceSelf() || peer.nodeSelector().matches(node.labels());
    }
}
