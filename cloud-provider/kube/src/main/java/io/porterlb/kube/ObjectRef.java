package io.porterlb.kube;

import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;

/// The object that an event is about.
///
/// @param namespace empty for a cluster-scoped object
public record ObjectRef(String apiVersion, String kind, String namespace, String name, String uid) {
    private static final String NETWORK = "network.kubesphere.io/v1alpha2";

    public static ObjectRef of(ServiceView service) {
        return new ObjectRef(
                "v1", "Service", service.key().namespace(), service.key().name(), service.uid());
    }

    public static ObjectRef of(NodeView node) {
        return new ObjectRef("v1", "Node", "", node.name(), node.uid());
    }

    public static ObjectRef of(EipView eip) {
        return new ObjectRef(NETWORK, "Eip", "", eip.name(), eip.uid());
    }

    public static ObjectRef of(BgpConfView conf) {
        return new ObjectRef(NETWORK, "BgpConf", "", conf.name(), conf.uid());
    }

    public static ObjectRef of(BgpPeerView peer) {
        return new ObjectRef(NETWORK, "BgpPeer", "", peer.name(), peer.uid());
    }
}
