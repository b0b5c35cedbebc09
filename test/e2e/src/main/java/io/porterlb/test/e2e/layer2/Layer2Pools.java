package io.porterlb.test.e2e.layer2;

/// Eips with addresses on the nodes' own network, next to those of the machines there.
public final class Layer2Pools {
    private static final String EIP = """
            apiVersion: network.kubesphere.io/v1alpha2
            kind: Eip
            metadata: {name: %s}
            spec: {address: "%s", protocol: layer2%s}
            """;

    private Layer2Pools() {}

    /// The interface is found by the subnet.
    public static String ipv4(String name) {
        return EIP.formatted(name, "172.18.2.0/26", "");
    }

    /// More than a thousand addresses.
    public static String large() {
        return EIP.formatted("large", "172.18.32.0/22", "");
    }

    /// An Eip for each family; the interface of the IPv6 one is named.
    public static String dualStack() {
        return ipv4("segment4") + "---\n" + EIP.formatted("segment6", "fd00:18::2:0/120", ", interface: eth0");
    }
}
