package io.porterlb.desired.plan;

import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import java.util.List;

/// The order in which routers are to use the nodes that announce an address: one node at a time, and the next one where
/// that is gone, which routers notice long before anything is known of it here.
///
/// The order is that of [Weight], so that all agents see it alike, and a node that comes or goes leaves the others in
/// theirs.
record Succession(ClusterView view, Addresses.Shown announced) {
    /// A place behind which all nodes share: of a path that is made ever longer some router has enough. There are that
    /// many because some of those before it may be gone at once, as with their rack, or have no agent.
    static final int LAST = 7;

    /// The place of a node that announces the address, 0 for the first.
    int place(NodeView node) {
        long weight = weight(node);
        return (int) view.nodes().values().stream()
                .filter(other -> Weight.before(weight(other), other.name(), weight, node.name()))
                .filter(other -> isTold(other) && new Reachability(view, other).leads(announced))
                .limit(LAST)
                .count();
    }

    private long weight(NodeView node) {
        return Weight.of(announced.address(), node.name());
    }

    /// Whether a router may hear of the node: from itself, or from those that announce the ones left out.
    private boolean isTold(NodeView node) {
        List<String> names = BackEnd.announcement(announced.eip()).peers();
        return view.peers().values().stream()
                .filter(peer -> names.isEmpty() || names.contains(peer.name()))
                .anyMatch(peer -> isTold(peer, node));
    }

    private static boolean isTold(BgpPeerView peer, NodeView node) {
        return !peer.neighbor().adminDown()
                && (!peer.announceSelf() || peer.nodeSelector().matches(node.labels()));
    }
}
