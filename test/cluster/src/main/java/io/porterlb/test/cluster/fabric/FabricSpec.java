package io.porterlb.test.cluster.fabric;

/// What network a cluster stands in.
///
/// @param kind its shape
/// @param nodeAs the AS number that the routers next to the nodes expect of them
/// @param bfd whether those routers run BFD (RFC 5880) with the nodes that peer with them
/// @param snooping whether switches pass multicast on to those that have asked for it only ([Bridge#snoop])
public record FabricSpec(FabricKind kind, long nodeAs, boolean bfd, boolean snooping) {
    /// The AS number of nodes where nothing else is said; private use (RFC 6996).
    public static final long NODE_AS = 65000;

    public static FabricSpec of(FabricKind kind) {
        return new FabricSpec(kind, NODE_AS, false, false);
    }

    public FabricSpec withBfd() {
        return new FabricSpec(kind, nodeAs, true, snooping);
    }

    public FabricSpec withSnooping() {
        return new FabricSpec(kind, nodeAs, bfd, true);
    }
}
