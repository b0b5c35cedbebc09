package io.porterlb.test.cluster.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.fabric.Topology.Port;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopologyTest {
    private static final Addresses ADDRESSES = new Addresses(2, true);

    private static Topology topology(FabricKind kind, Addresses addresses) {
        return switch (kind) {
            case SINGLE_ROUTER -> SingleRouterFabric.topology(addresses, FabricSpec.of(kind));
            case SEGMENT -> SegmentFabric.topology(addresses, FabricSpec.of(kind));
            case LEAF_SPINE -> LeafSpineFabric.topology(addresses, FabricSpec.of(kind));
        };
    }

    @Test
    void sixteenPathsLeadFromTheClientToTheNodes() {
        assertEquals(16, paths(topology(FabricKind.LEAF_SPINE, ADDRESSES), Topology.CLIENT));
        assertEquals(2, paths(topology(FabricKind.SINGLE_ROUTER, ADDRESSES), Topology.CLIENT));
    }

    /// Ways towards the nodes: every cable leads from its far end to its near one.
    private static int paths(Topology topology, String from) {
        if (from.startsWith("node")) {
            return 1;
        }
        return topology.cables().stream()
                .filter(cable -> cable.far().role().equals(from))
                .mapToInt(cable -> paths(topology, cable.near().role()))
                .sum();
    }

    @ParameterizedTest
    @EnumSource
    void noAddressIsGivenTwice(FabricKind kind) {
        List<String> all = ports(topology(kind, new Addresses(100, true)))
                .flatMap(port -> port.addresses().stream())
                .toList();
        assertEquals(all.size(), new HashSet<>(all).size());
    }

    @ParameterizedTest
    @EnumSource
    void deviceNamesAreUniqueInTheirNamespaceAndFitTheKernel(FabricKind kind) {
        Topology topology = topology(kind, new Addresses(100, false));
        List<String> all =
                ports(topology).map(port -> port.role() + " " + port.device()).toList();
        assertEquals(all.size(), new HashSet<>(all).size());
        assertTrue(ports(topology).allMatch(port -> port.device().length() <= 15));
    }

    @ParameterizedTest
    @EnumSource
    void ipv4OnlyHasNoIpv6Address(FabricKind kind) {
        Topology topology = topology(kind, new Addresses(2, false));
        assertTrue(ports(topology).flatMap(port -> port.addresses().stream()).noneMatch(a -> a.contains(":")));
        assertTrue(topology.hosts().stream()
                .flatMap(host -> host.commands().stream())
                .noneMatch(c -> c.contains(":")));
        assertTrue(topology.routers().stream()
                .flatMap(r -> r.neighbors().stream())
                .noneMatch(n -> n.address().contains(":")));
    }

    @Test
    void everyRouterHasAnAsNumberOfItsOwn() {
        Topology topology = topology(FabricKind.LEAF_SPINE, ADDRESSES);
        var numbers = topology.routers().stream().map(router -> router.as()).collect(Collectors.toSet());
        assertEquals(7, numbers.size());
    }

    @Test
    void everyRoleHashesInItsOwnWay() {
        var seeds = topology(FabricKind.LEAF_SPINE, ADDRESSES).hosts().stream()
                .map(host -> Topology.hashSeed(host.role()))
                .collect(Collectors.toSet());
        assertEquals(11, seeds.size());
        assertTrue(seeds.stream().allMatch(seed -> seed > 0));
    }

    private static Stream<Port> ports(Topology topology) {
        return topology.cables().stream().flatMap(cable -> Stream.of(cable.near(), cable.far()));
    }
}
