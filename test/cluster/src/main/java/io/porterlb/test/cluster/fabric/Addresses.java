package io.porterlb.test.cluster.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Which address everything has. All of them are inside namespaces, so that two clusters may have the same. Nodes,
/// Pods, Services, clients and links between routers differ in the first 16 bits.
///
/// @param nodes how many nodes there are
/// @param ipv6 whether everything has an IPv6 address too
public record Addresses(int nodes, boolean ipv6) {
    public static final String NODE_NETWORK = "172.18.0.0/16";
    public static final String NODE_NETWORK6 = "fd00:18::/64";
    public static final String CLIENT = "10.200.0.10";
    public static final String CLIENT6 = "fd00:200::10";
    static final String CLIENT_NETWORK = "10.200.0.0/24";
    private static final String CLUSTER_DNS = "10.96.0.10";

    /// An address of a machine with its prefix length, as `ip address add` takes it.
    static String onNodeNetwork(String address) {
        return address + (address.contains(":") ? "/64" : "/16");
    }

    public List<Integer> nodeNumbers() {
        return IntStream.rangeClosed(1, nodes).boxed().toList();
    }

    public String node(int number) {
        return "172.18.1." + number;
    }

    public String node6(int number) {
        return "fd00:18::1:" + Integer.toHexString(number);
    }

    public String controlPlane() {
        return "172.18.0.10";
    }

    public String controlPlane6() {
        return "fd00:18::10";
    }

    /// The router of this number (from 1) on the nodes' network.
    public String gateway(int number) {
        return "172.18.0." + number;
    }

    public String gateway6(int number) {
        return "fd00:18::" + number;
    }

    List<String> neighborAddresses() {
        return families("172.18.0.20", "fd00:18::20");
    }

    List<String> observerAddresses() {
        return families("172.18.0.21", "fd00:18::21");
    }

    /// What all Pods have their addresses from, one prefix a family, IPv4 first.
    public List<String> podNetworks() {
        return families("10.244.0.0/16", "fd00:244::/48");
    }

    /// What the Pods of one node have their addresses from.
    public List<String> podNetworks(int node) {
        return families("10.244." + node + ".0/24", "fd00:244:0:" + Integer.toHexString(node) + "::/64");
    }

    public List<String> serviceNetworks() {
        return families("10.96.0.0/16", "fd00:96::/112");
    }

    /// The address of the Service `kubernetes`: the first of the Services' network.
    public String apiService() {
        return "10.96.0.1";
    }

    public String clusterDns() {
        return CLUSTER_DNS;
    }

    public List<String> nodeAddresses(int number) {
        return families(node(number), node6(number));
    }

    public List<String> controlPlaneAddresses() {
        return families(controlPlane(), controlPlane6());
    }

    List<String> families(String v4, String v6) {
        return ipv6 ? List.of(v4, v6) : List.of(v4);
    }

    /// `ip` commands for the way from one machine to the Pods of all others.
    List<String> podRoutes(int ownNode) {
        var routes = new ArrayList<String>();
        for (int node : nodeNumbers()) {
            if (node != ownNode) {
                routes.add("route add %s via %s".formatted(podNetworks(node).getFirst(), node(node)));
                if (ipv6) {
                    routes.add("route add %s via %s".formatted(podNetworks(node).getLast(), node6(node)));
                }
            }
        }
        return routes;
    }
}
