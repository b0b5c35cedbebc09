package io.porterlb.test.cluster.fabric;

import io.porterlb.test.cluster.router.RouterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A network as it is drawn: who there is, who is cabled to whom, and who routes. Pure; [Fabric] makes it real.
///
/// @param hosts every namespace
/// @param cables every link, in the order in which they are made
/// @param routers what the routing daemons are told
public record Topology(List<Host> hosts, List<Cable> cables, List<RouterSpec> routers) {
    public static final String CLIENT = "client";
    public static final String CONTROL_PLANE = "control-plane";
    /// A client on the nodes' segment.
    public static final String NEIGHBOR = "neighbor";
    /// Another host there, which looks on.
    public static final String OBSERVER = "observer";
    /// The segment that nodes, control plane and their routers share.
    public static final String RACK = "rack";
    /// A segment's bridge.
    static final String BRIDGE = "br0";

    public Topology {
        hosts = List.copyOf(hosts);
        cables = List.copyOf(cables);
        routers = List.copyOf(routers);
    }

    /// A namespace.
    ///
    /// @param role its name
    /// @param bridge whether it is a segment: its ends of cables are ports of one bridge
    /// @param commands `ip` commands for what cables don't say, run when all links are up
    public record Host(String role, boolean bridge, List<String> commands) {
        public Host {
            commands = List.copyOf(commands);
        }

        public static Host segment(String role) {
            return new Host(role, true, List.of());
        }

        public static Host of(String role, List<String> commands) {
            return new Host(role, false, commands);
        }
    }

    /// A veth pair.
    ///
    /// @param name two roles with a hyphen
    /// @param near the end that is nearer to the nodes
    public record Cable(String name, Port near, Port far) {}

    /// One end of a cable.
    ///
    /// @param device the interface's name
    /// @param addresses each with its prefix length
    public record Port(String role, String device, List<String> addresses) {
        public Port {
            addresses = List.copyOf(addresses);
        }
    }

    /// A cable between a machine and a segment that is farther from the nodes: the port at the segment's bridge has
    /// the machine's role as its name.
    public static Cable under(String segment, String role, String device, List<String> addresses) {
        return new Cable(role + "-" + segment, new Port(role, device, addresses), new Port(segment, role, List.of()));
    }

    /// The same where the machine is farther from the nodes than the segment is.
    static Cable above(String segment, String role, List<String> addresses) {
        return new Cable(role + "-" + segment, new Port(segment, role, List.of()), new Port(role, "eth0", addresses));
    }

    /// The nodes and the control plane, which look the same in every topology: default routes over these gateways.
    static List<Host> machines(Addresses addresses, int gateways) {
        var hosts = new ArrayList<Host>();
        hosts.add(Host.of(CONTROL_PLANE, machineRoutes(addresses, gateways, 0)));
        for (int node : addresses.nodeNumbers()) {
            hosts.add(Host.of(node(node), machineRoutes(addresses, gateways, node)));
        }
        return hosts;
    }

    private static Cable intoRack(String role, List<String> addresses) {
        return under(RACK, role, "eth0", onNodeNetwork(addresses));
    }

    /// The cable of a router that is next to the nodes.
    static Cable routerIntoRack(String role, List<String> addresses) {
        return above(RACK, role, onNodeNetwork(addresses));
    }

    private static List<String> onNodeNetwork(List<String> addresses) {
        return addresses.stream().map(Addresses::onNodeNetwork).toList();
    }

    static List<Cable> machineCables(Addresses addresses) {
        var cables = new ArrayList<Cable>();
        cables.add(intoRack(CONTROL_PLANE, addresses.controlPlaneAddresses()));
        for (int node : addresses.nodeNumbers()) {
            cables.add(intoRack(node(node), addresses.nodeAddresses(node)));
        }
        return cables;
    }

    public static String node(int number) {
        return "node" + number;
    }

    /// The way back must not be the weak point. Of two gateways the kernel leaves out the one that it knows to be
    /// dead (`fib_multipath_use_neigh`), which with its usual timers takes it up to 50 s; with these, about 2 s.
    private static final String NOTICE_DEAD_GATEWAYS =
            "ntable change name arp_cache dev eth0 base_reachable 500 delay_probe 500 retrans 200";

    private static List<String> machineRoutes(Addresses addresses, int gateways, int node) {
        var routes = new ArrayList<>(addresses.podRoutes(node));
        routes.add(NOTICE_DEAD_GATEWAYS);
        routes.add(defaultRoute("0.0.0.0/0", gateways, addresses::gateway));
        if (addresses.ipv6()) {
            routes.add(defaultRoute("::/0", gateways, addresses::gateway6));
        }
        return routes;
    }

    private static String defaultRoute(String all, int gateways, java.util.function.IntFunction<String> address) {
        var route = new StringBuilder("route add ").append(all);
        for (int gateway = 1; gateway <= gateways; gateway++) {
            route.append(" nexthop via ").append(address.apply(gateway));
        }
        return route.toString();
    }

    /// Kernel parameters of a namespace, set before its interfaces exist.
    ///
    /// - Multipath next hops are chosen by ports too, and each namespace hashes in its own way: with one seed
    ///   for all, hops that follow each other choose alike, and 2 of 16 paths carry everything.
    /// - Machines leave out next hops whose neighbour does not answer.
    /// - IPv6 addresses are usable at once (no duplicate address detection) and stay when an interface goes down.
    static Map<String, String> kernelParameters(String role) {
        var parameters = new TreeMap<String, String>();
        parameters.put("net.ipv4.ip_forward", "1");
        parameters.put("net.ipv4.conf.all.rp_filter", "0");
        parameters.put("net.ipv4.conf.default.rp_filter", "0");
        parameters.put("net.ipv4.fib_multipath_hash_policy", HASH_FIELDS);
        parameters.put("net.ipv4.fib_multipath_hash_fields", ADDRESSES_AND_PORTS);
        parameters.put("net.ipv4.fib_multipath_use_neigh", "1");
        parameters.put(HASH_SEED, Integer.toString(hashSeed(role)));
        parameters.put("net.ipv6.fib_multipath_hash_policy", HASH_FIELDS);
        parameters.put("net.ipv6.fib_multipath_hash_fields", ADDRESSES_AND_PORTS);
        parameters.put("net.ipv6.conf.all.forwarding", "1");
        parameters.put("net.ipv6.conf.default.accept_ra", "0");
        parameters.put("net.ipv6.conf.default.accept_dad", "0");
        parameters.put("net.ipv6.conf.default.keep_addr_on_down", "1");
        return parameters;
    }

    /// Hash over chosen fields. Policy 1 hashes the same ones, but takes the hash that the sender's socket left in
    /// the packet, which veth passes on: every hop would decide alike, whatever its seed (`fib_multipath_hash` in
    /// Linux, net/ipv4/route.c).
    private static final String HASH_FIELDS = "3";

    /// Source and destination address, protocol, source and destination port (`fib_multipath_hash_fields` in Linux,
    /// Documentation/networking/ip-sysctl.rst).
    private static final String ADDRESSES_AND_PORTS = "55";

    /// Linux 6.11 and newer.
    static final String HASH_SEED = "net.ipv4.fib_multipath_hash_seed";

    /// Different for each role, the same in every run, never 0 (which means random, and alike everywhere).
    static int hashSeed(String role) {
        return Math.floorMod(role.hashCode() * 0x9E37_79B1, Integer.MAX_VALUE - 1) + 1;
    }

    boolean isSegment(String role) {
        return hosts.stream().anyMatch(host -> host.bridge() && host.role().equals(role));
    }

    Stream<Port> portsOf(String role) {
        return cables.stream()
                .flatMap(cable -> Stream.of(cable.near(), cable.far()))
                .filter(port -> port.role().equals(role));
    }
}
