package io.porterlb.test.cluster.router;

/// What a session carries routes of.
public enum Family {
    IPV4,
    IPV6;

    /// The family of an address or a prefix.
    public static Family of(String address) {
        return address.contains(":") ? IPV6 : IPV4;
    }

    /// As FRR, BIRD and GoBGP spell it in their configurations.
    String word() {
        return this == IPV4 ? "ipv4" : "ipv6";
    }
}
