package io.porterlb.desired.plan;

import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.NodeView;
import java.util.List;
import java.util.Optional;

/// What brings traffic for the addresses of an Eip to nodes; the Eip chooses by `spec.protocol`.
public enum BackEnd {
    /// Every node that `spec.nodeSelector` selects announces them to its routers.
    BGP,

    /// Of those that `spec.nodeSelector` selects one node answers for each of them on its link.
    LAYER2;

    /// That of an Eip; BGP where it is gone.
    public static BackEnd of(Optional<EipView> eip) {
        return eip.map(Pool::protocolOf).orElse("bgp").equals("bgp") ? BGP : LAYER2;
    }

    /// Whether the node, if it is eligible, may carry addresses of the Eip.
    static boolean carries(Optional<EipView> eip, NodeView node) {
        return announcement(eip).nodeSelector().matches(node.labels());
    }

    /// Those of the eligible nodes that may carry addresses of the Eip, in their order.
    public static List<NodeView> hosts(Optional<EipView> eip, List<NodeView> eligible) {
        return eligible.stream().filter(node -> carries(eip, node)).toList();
    }

    /// How the addresses are announced.
    static EipAnnouncement announcement(Optional<EipView> eip) {
        return eip.map(EipView::announcement).orElse(EipAnnouncement.PLAIN);
    }
}
