package io.porterlb.test.cluster.fabric;

import io.porterlb.test.cluster.fabric.Topology.Cable;
import io.porterlb.test.cluster.fabric.Topology.Host;
import io.porterlb.test.cluster.fabric.Topology.Port;
import io.porterlb.test.cluster.router.RouterSpec;
import io.porterlb.test.cluster.router.RouterSpec.Neighbor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A rack in a Clos network (RFC 7938: eBGP throughout, an AS number of its own for each router):
///
/// ```
///                       ┌── leaf1 ──┬── spine1 ──┬── border1 ──┐
/// node1 … nodeN ── rack ┤           ╳            ╳             ├── client
/// control-plane         └── leaf2 ──┴── spine2 ──┴── border2 ──┘
/// ```
///
/// All other links are point to point, with a /31 (RFC 3021) and a /127 (RFC 6164) each. With two nodes there
/// are 2 x 2 x 2 x 2 = 16 paths from the client to a Service. The client is a router too, since it is to choose
/// between both borders: it learns routes from them by eBGP, and its own address is on its loopback interface.
final class LeafSpineFabric {
    private static final List<Tier> TIERS =
            List.of(new Tier("leaf", 65101), new Tier("spine", 65201), new Tier("border", 65301));
    private static final long CLIENT_AS = 65401;
    private static final int WIDTH = 2;

    private final Addresses addresses;
    private final FabricSpec spec;

    private LeafSpineFabric(Addresses addresses, FabricSpec spec) {
        this.addresses = addresses;
        this.spec = spec;
    }

    /// Routers of the same distance from the nodes.
    ///
    /// @param name the routers' names without their number
    /// @param firstAs the AS number of number 1; number 2 has the next
    private record Tier(String name, long firstAs) {
        Member member(int number) {
            return new Member(name + number, firstAs + number - 1);
        }
    }

    private record Member(String role, long as) {}

    /// A link between two routers, with a number that its addresses are made of.
    private record Joint(int number, Member near, Member far) {
        String near4() {
            return "10.1.%d.0".formatted(number);
        }

        String far4() {
            return "10.1.%d.1".formatted(number);
        }

        String near6() {
            return "fd00:1:0:%x::".formatted(number);
        }

        String far6() {
            return "fd00:1:0:%x::1".formatted(number);
        }
    }

    static Topology topology(Addresses addresses, FabricSpec spec) {
        return new LeafSpineFabric(addresses, spec).topology();
    }

    private Topology topology() {
        List<Joint> joints = joints();
        var hosts = new ArrayList<>(Topology.machines(addresses, WIDTH));
        hosts.add(Host.segment(Topology.RACK));
        members().forEach(member -> hosts.add(Host.of(member.role(), List.of())));
        hosts.add(Host.of(Topology.CLIENT, clientAddresses()));
        var cables = new ArrayList<>(Topology.machineCables(addresses));
        for (int leaf = 1; leaf <= WIDTH; leaf++) {
            cables.add(Topology.routerIntoRack(
                    "leaf" + leaf, addresses.families(addresses.gateway(leaf), addresses.gateway6(leaf))));
        }
        joints.forEach(joint -> cables.add(cable(joint)));
        return new Topology(hosts, cables, routers(joints));
    }

    private static List<Member> members() {
        return TIERS.stream()
                .flatMap(
                        tier -> java.util.stream.IntStream.rangeClosed(1, WIDTH).mapToObj(tier::member))
                .toList();
    }

    private static List<Joint> joints() {
        var joints = new ArrayList<Joint>();
        for (int tier = 0; tier + 1 < TIERS.size(); tier++) {
            for (int near = 1; near <= WIDTH; near++) {
                for (int far = 1; far <= WIDTH; far++) {
                    joints.add(new Joint(
                            joints.size(),
                            TIERS.get(tier).member(near),
                            TIERS.get(tier + 1).member(far)));
                }
            }
        }
        for (int border = 1; border <= WIDTH; border++) {
            joints.add(
                    new Joint(joints.size(), TIERS.getLast().member(border), new Member(Topology.CLIENT, CLIENT_AS)));
        }
        return joints;
    }

    private Cable cable(Joint joint) {
        return new Cable(
                joint.near().role() + "-" + joint.far().role(),
                new Port(
                        joint.near().role(),
                        joint.far().role(),
                        addresses.families(joint.near4() + "/31", joint.near6() + "/127")),
                new Port(
                        joint.far().role(),
                        joint.near().role(),
                        addresses.families(joint.far4() + "/31", joint.far6() + "/127")));
    }

    private List<String> clientAddresses() {
        return addresses.families(
                "address add " + Addresses.CLIENT + "/32 dev lo", "address add " + Addresses.CLIENT6 + "/128 dev lo");
    }

    private List<RouterSpec> routers(List<Joint> joints) {
        var routers = new ArrayList<RouterSpec>();
        int number = 0;
        for (Member member : members()) {
            number++;
            boolean leaf = member.role().startsWith(TIERS.getFirst().name());
            routers.add(router(member, "10.0.0." + number, joints, leaf, Map.of()));
        }
        var client = new Member(Topology.CLIENT, CLIENT_AS);
        routers.add(router(client, Addresses.CLIENT, joints, false, clientSources()));
        return routers;
    }

    /// What the client sends from, whichever link it uses.
    private Map<String, String> clientSources() {
        return addresses.ipv6()
                ? Map.of("ipv4", Addresses.CLIENT, "ipv6", Addresses.CLIENT6)
                : Map.of("ipv4", Addresses.CLIENT);
    }

    private RouterSpec router(Member member, String id, List<Joint> joints, boolean leaf, Map<String, String> sources) {
        var neighbors = new ArrayList<Neighbor>();
        for (Joint joint : joints) {
            if (joint.near().equals(member)) {
                addresses
                        .families(joint.far4(), joint.far6())
                        .forEach(address ->
                                neighbors.add(Neighbor.of(address, joint.far().as())));
            }
            if (joint.far().equals(member)) {
                addresses
                        .families(joint.near4(), joint.near6())
                        .forEach(address ->
                                neighbors.add(Neighbor.of(address, joint.near().as())));
            }
        }
        var ranges = leaf ? List.of(SingleRouterFabric.nodePeers(addresses, spec)) : List.<RouterSpec.PeerRange>of();
        return RouterSpec.of(member.role(), member.as(), id)
                .withIpv6(addresses.ipv6())
                .withNeighbors(neighbors)
                .withRanges(ranges)
                .withSources(sources);
    }
}
