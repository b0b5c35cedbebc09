package io.porterlb.test.e2e.conformance;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.install.RouterPeers;
import io.porterlb.test.e2e.install.SourceTree;
import io.porterlb.test.e2e.layer2.Layer2Pools;
import java.util.Map;
import java.util.Optional;

/// How a cluster's load balancer tells its router of addresses, and what follows for one client.
enum Announcing {
    /// By BGP; the router looks at addresses and ports, as the cluster's routers do: each connection goes its own way.
    BGP_PORTS {
        @Override
        void begin(KubernetesCluster cluster) {
            peer(cluster);
        }

        @Override
        Optional<String> oneNode() {
            return Optional.empty();
        }
    },
    /// By BGP; the router looks at addresses alone: all that one client sends to one address goes to one node.
    BGP_ADDRESSES {
        @Override
        void begin(KubernetesCluster cluster) {
            cluster.fabric()
                    .routers()
                    .forEach(router -> cluster.namespace(router.name())
                            .sysctl(Map.of("net.ipv4.fib_multipath_hash_policy", LAYER_3)));
            peer(cluster);
        }

        @Override
        Optional<String> oneNode() {
            return Optional.of("one client meets one node where the router hashes on addresses");
        }
    },
    /// By ARP, on the segment of the nodes and their router.
    LAYER2 {
        @Override
        void begin(KubernetesCluster cluster) {
            cluster.apply(Layer2Pools.ipv4("default"));
        }

        @Override
        Optional<String> oneNode() {
            return Optional.of("every client meets one node where one node answers for an address");
        }
    };

    /// Linux, Documentation/networking/ip-sysctl.rst.
    private static final String LAYER_3 = "0";

    /// Makes the routers ready, and gives PorterLB, which is there, its first addresses.
    abstract void begin(KubernetesCluster cluster);

    /// Why one client meets one node; empty where it meets several.
    abstract Optional<String> oneNode();

    /// Why a spec can't hold, whatever the load balancer does.
    Optional<String> rulesOut(Spec spec) {
        if (spec.says("should target all nodes with endpoints")) {
            return oneNode();
        }
        return spec.says("should be able to switch session affinity") && spec.says("with Local traffic policy")
                ? oneNode().map(why -> why + ", and one of the spec's three Pods on each of three nodes")
                : Optional.empty();
    }

    private static void peer(KubernetesCluster cluster) {
        cluster.kubectl(
                "apply", "-f", SourceTree.path("manifests/examples/eip.yaml").toString());
        cluster.apply(RouterPeers.manifest(cluster.fabric(), "{}"));
    }
}
