package io.porterlb.test.e2e.layer2;

import io.porterlb.test.cluster.ClusterSpec;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.fabric.FabricKind;
import io.porterlb.test.cluster.fabric.FabricSpec;
import io.porterlb.test.e2e.install.Installation;
import io.porterlb.test.e2e.install.PorterPods;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/// PorterLB on three dual-stack nodes on one segment, with a web server on each of them and pools of Layer 2 addresses.
public record Layer2Bed(KubernetesCluster cluster, PorterPods porterlb, Backends backends) {
    private static final Duration TO_GATHER = Duration.ofSeconds(5);

    /// The cluster that it needs.
    public static ClusterSpec spec(ClusterSpec any) {
        return any.withNodes(3).withIpv6(true).withFabric(FabricSpec.of(FabricKind.SEGMENT));
    }

    /// Installs PorterLB in a new cluster, by Helm; returns when its Pods and the web servers are ready.
    public static Layer2Bed make(KubernetesCluster cluster) {
        PorterPods porterlb = Installation.install(cluster).pods();
        cluster.apply(Layer2Pools.dualStack());
        var backends = new Backends(cluster);
        backends.start();
        return new Layer2Bed(cluster, porterlb, backends);
    }

    /// The nodes but for one.
    public Set<String> nodesBut(String node) {
        Set<String> others = new TreeSet<>();
        cluster.nodes().forEach(one -> others.add(one.name()));
        others.remove(node);
        return others;
    }

    /// Waits until one node answers for an address, and has Services served by the other ones, so that what happens to
    /// the node happens to none of their Pods.
    ///
    /// @return the node
    public String ownerWithoutBackend(String address) {
        String owner = Owner.await(cluster, address);
        backends.only(nodesBut(owner));
        return owner;
    }

    /// Returns when all nodes and all of PorterLB are well, and its agents have had the time to find each other.
    public void settle() {
        cluster.kubectl("wait", "--for=condition=Ready", "--timeout=300s", "nodes", "--all");
        cluster.kubectl("rollout", "status", "daemonset/web", "--timeout=300s");
        porterlb.awaitReady();
        Wait.until(TO_GATHER, () -> false);
    }
}
