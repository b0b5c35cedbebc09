package io.porterlb.test.e2e.install;

import io.porterlb.test.cluster.fabric.Fabric;
import io.porterlb.test.cluster.fabric.Fabric.NodePeer;
import java.util.stream.Collectors;

/// What an administrator tells PorterLB of the routers beside the nodes: a BgpConf, and a BgpPeer for each of them.
public final class RouterPeers {
    private RouterPeers() {}

    /// What to apply.
    ///
    /// @param gracefulRestart `spec.gracefulRestart` of each BgpPeer, as YAML in one line
    public static String manifest(Fabric fabric, String gracefulRestart) {
        String conf = """
                apiVersion: network.kubesphere.io/v1alpha2
                kind: BgpConf
                metadata: {name: default}
                spec: {as: %d}
                """.formatted(fabric.spec().nodeAs());
        return conf
                + fabric.nodePeers().stream()
                        .map(router -> peer(router, gracefulRestart))
                        .collect(Collectors.joining());
    }

    private static String peer(NodePeer router, String gracefulRestart) {
        return """
                ---
                apiVersion: network.kubesphere.io/v1alpha2
                kind: BgpPeer
                metadata: {name: %s}
                spec:
                  conf: {neighborAddress: %s, peerAs: %d}
                  gracefulRestart: %s
                """.formatted(router.role(), router.address(), router.as(), gracefulRestart);
    }
}
