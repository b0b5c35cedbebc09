package io.porterlb.test.cluster;

import io.porterlb.test.cluster.fabric.FabricKind;
import io.porterlb.test.cluster.fabric.FabricSpec;
import io.porterlb.test.cluster.kubernetes.ProxyMode;
import java.util.regex.Pattern;

/// What cluster is wanted.
///
/// @param name part of the names of namespaces, cgroups and the run folder: 1 to 20 of a-z, 0-9 and hyphen
/// @param nodes 1 to 100; they are called node1, node2, …
/// @param ipv6 whether nodes, Pods and Services are dual-stack; otherwise they are IPv4 only
/// @param cni whether nodes have a CNI configuration from the start; without, they are NotReady until
///     [KubernetesCluster#applyCni], as before a user has applied a network plugin
/// @param dns whether Pods have a DNS server: CoreDNS, at the address that every kubelet gives them
public record ClusterSpec(
        String name, int nodes, boolean ipv6, ProxyMode proxyMode, FabricSpec fabric, boolean cni, boolean dns) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?");
    private static final int MOST_NODES = 100;

    public ClusterSpec {
        requireName(name);
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new IllegalArgumentException(nodes + " nodes asked for: use 1 to " + MOST_NODES);
        }
    }

    /// @throws IllegalArgumentException where a cluster can't have this name
    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" can't name a cluster: use 1 to 20 of a-z, 0-9 and hyphen, as in \"porterlb\"");
        }
    }

    /// Two nodes, IPv4, iptables, one router, with a CNI configuration, without DNS.
    public static ClusterSpec of(String name) {
        return new ClusterSpec(
                name, 2, false, ProxyMode.IPTABLES, FabricSpec.of(FabricKind.SINGLE_ROUTER), true, false);
    }

    public ClusterSpec withNodes(int count) {
        return new ClusterSpec(name, count, ipv6, proxyMode, fabric, cni, dns);
    }

    public ClusterSpec withIpv6(boolean wanted) {
        return new ClusterSpec(name, nodes, wanted, proxyMode, fabric, cni, dns);
    }

    public ClusterSpec withProxyMode(ProxyMode mode) {
        return new ClusterSpec(name, nodes, ipv6, mode, fabric, cni, dns);
    }

    public ClusterSpec withFabric(FabricSpec wanted) {
        return new ClusterSpec(name, nodes, ipv6, proxyMode, wanted, cni, dns);
    }

    public ClusterSpec withCni(boolean wanted) {
        return new ClusterSpec(name, nodes, ipv6, proxyMode, fabric, wanted, dns);
    }

    public ClusterSpec withDns(boolean wanted) {
        return new ClusterSpec(name, nodes, ipv6, proxyMode, fabric, cni, wanted);
    }
}
