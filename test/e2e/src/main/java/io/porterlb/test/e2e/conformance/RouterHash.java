package io.porterlb.test.e2e.conformance;

import io.porterlb.test.cluster.KubernetesCluster;
import java.util.Map;
import java.util.Optional;

/// What the router looks at when it chooses one of several nodes for a packet.
enum RouterHash {
    /// Addresses and ports, as the cluster's routers do: each connection goes its own way.
    PORTS {
        @Override
        void set(KubernetesCluster cluster) {}

        @Override
        Optional<String> rulesOut(Spec spec) {
            return Optional.empty();
        }
    },
    /// Addresses alone: all that one client sends to one address goes to one node.
    ADDRESSES {
        @Override
        void set(KubernetesCluster cluster) {
            cluster.fabric()
                    .routers()
                    .forEach(router -> cluster.namespace(router.name())
                            .sysctl(Map.of("net.ipv4.fib_multipath_hash_policy", LAYER_3)));
        }

        @Override
        Optional<String> rulesOut(Spec spec) {
            if (spec.says("should target all nodes with endpoints")) {
                return Optional.of("one client meets one node where the router hashes on addresses");
            }
            return spec.says("should be able to switch session affinity") && spec.says("with Local traffic policy")
                    ? Optional.of(
                            "one client meets one node where the router hashes on addresses, and one of the spec's"
                                    + " three Pods on each of three nodes")
                    : Optional.empty();
        }
    };

    /// Linux, Documentation/networking/ip-sysctl.rst.
    private static final String LAYER_3 = "0";

    /// Makes the routers of a cluster do so.
    abstract void set(KubernetesCluster cluster);

    /// Why a spec can't hold behind such a router, whatever the load balancer does.
    abstract Optional<String> rulesOut(Spec spec);
}
