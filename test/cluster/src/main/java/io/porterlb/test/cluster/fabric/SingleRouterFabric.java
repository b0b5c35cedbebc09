package io.porterlb.test.cluster.fabric;

import io.porterlb.test.cluster.fabric.Topology.Host;
import io.porterlb.test.cluster.router.RouterSpec;
import java.util.ArrayList;
import java.util.List;

/// The smallest network that can be right: nodes on a segment, one router, a client behind it.
///
/// ```
/// node1 … nodeN, control-plane ── rack ── router1 (AS 64512) ── lan ── client
/// ```
final class SingleRouterFabric {
    static final String ROUTER = "router1";
    /// The client's segment.
    private static final String LAN = "lan";

    private static final long ROUTER_AS = 64512;
    private static final String CLIENT_GATEWAY = "10.200.0.1";
    private static final String CLIENT_GATEWAY6 = "fd00:200::1";

    private SingleRouterFabric() {}

    static Topology topology(Addresses addresses, FabricSpec spec) {
        var hosts = new ArrayList<>(Topology.machines(addresses, 1));
        hosts.add(Host.segment(Topology.RACK));
        hosts.add(Host.of(ROUTER, List.of()));
        hosts.add(Host.segment(LAN));
        hosts.add(Host.of(Topology.CLIENT, clientRoutes(addresses)));
        var cables = new ArrayList<>(Topology.machineCables(addresses));
        cables.add(Topology.routerIntoRack(ROUTER, addresses.families(addresses.gateway(1), addresses.gateway6(1))));
        cables.add(
                Topology.under(LAN, ROUTER, LAN, addresses.families(CLIENT_GATEWAY + "/24", CLIENT_GATEWAY6 + "/64")));
        cables.add(Topology.above(
                LAN, Topology.CLIENT, addresses.families(Addresses.CLIENT + "/24", Addresses.CLIENT6 + "/64")));
        return new Topology(hosts, cables, List.of(router(addresses, spec)));
    }

    private static List<String> clientRoutes(Addresses addresses) {
        return addresses.families("route add default via " + CLIENT_GATEWAY, "route add ::/0 via " + CLIENT_GATEWAY6);
    }

    private static RouterSpec router(Addresses addresses, FabricSpec spec) {
        return RouterSpec.of(ROUTER, ROUTER_AS, addresses.gateway(1))
                .withIpv6(addresses.ipv6())
                .withRanges(List.of(nodePeers(addresses, spec)));
    }

    /// What a router next to the nodes says about them: any address of their network may call.
    static RouterSpec.PeerRange nodePeers(Addresses addresses, FabricSpec spec) {
        return new RouterSpec.PeerRange(
                "NODES",
                addresses.families(Addresses.NODE_NETWORK, Addresses.NODE_NETWORK6),
                spec.nodeAs(),
                spec.bfd());
    }
}
