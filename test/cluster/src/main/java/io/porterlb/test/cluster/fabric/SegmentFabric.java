package io.porterlb.test.cluster.fabric;

import io.porterlb.test.cluster.fabric.Topology.Cable;
import io.porterlb.test.cluster.fabric.Topology.Host;
import java.util.ArrayList;
import java.util.List;

/// A network for addresses that are announced on the nodes' own segment: [SingleRouterFabric], with two more hosts
/// there.
///
/// ```
/// node1 … nodeN, control-plane ── rack ── router1 (AS 64512) ── lan ── client
///                                  ├───── neighbor
///                                  └───── observer
/// ```
final class SegmentFabric {
    private SegmentFabric() {}

    static Topology topology(Addresses addresses, FabricSpec spec) {
        Topology routed = SingleRouterFabric.topology(addresses, spec);
        var hosts = new ArrayList<>(routed.hosts());
        hosts.add(host(Topology.NEIGHBOR, addresses));
        hosts.add(host(Topology.OBSERVER, addresses));
        var cables = new ArrayList<>(routed.cables());
        cables.add(cable(Topology.NEIGHBOR, addresses.neighborAddresses()));
        cables.add(cable(Topology.OBSERVER, addresses.observerAddresses()));
        return new Topology(hosts, cables, routed.routers());
    }

    private static Host host(String role, Addresses addresses) {
        List<String> routes = addresses.families(
                "route add default via " + addresses.gateway(1), "route add ::/0 via " + addresses.gateway6(1));
        return Host.of(role, routes);
    }

    private static Cable cable(String role, List<String> addresses) {
        return Topology.above(
                Topology.RACK,
                role,
                addresses.stream().map(Addresses::onNodeNetwork).toList());
    }
}
