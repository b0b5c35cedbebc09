package io.porterlb.test.cluster.fabric;

import io.porterlb.test.cluster.network.Bridge;
import io.porterlb.test.cluster.network.Link;
import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Parallel;
import io.porterlb.test.cluster.router.BgpSession;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.RouterSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The network that a cluster stands in: namespaces, links that can be cut, routers and a client. A handle; all state
/// is the kernel's and the routers', so that any JVM may have one. May be used from any thread.
public final class Fabric {
    private static final Duration CONVERGENCE_LIMIT = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Names names;
    private final Addresses addresses;
    private final FabricSpec spec;
    private final Topology topology;
    private final Map<String, Link> links;
    private final Map<String, Router> routers = new LinkedHashMap<>();

    /// @param makeRouter gives the handle of a router's daemons
    public Fabric(Names names, Addresses addresses, FabricSpec spec, Function<RouterSpec, Router> makeRouter) {
        this.names = names;
        this.addresses = addresses;
        this.spec = spec;
        this.topology = switch (spec.kind()) {
            case SINGLE_ROUTER -> SingleRouterFabric.topology(addresses, spec);
            case SEGMENT -> SegmentFabric.topology(addresses, spec);
            case LEAF_SPINE -> LeafSpineFabric.topology(addresses, spec);
        };
        this.links = topology.cables().stream()
                .map(this::link)
                .collect(Collectors.toMap(Link::name, link -> link, (a, _) -> a, LinkedHashMap::new));
        topology.routers().forEach(router -> routers.put(router.name(), makeRouter.apply(router)));
    }

    private Link link(Topology.Cable cable) {
        Link.End near = end(cable.near());
        Link.End far = end(cable.far());
        return new Link(cable.name(), near, far, topology.isSegment(near.role()) ? near : far);
    }

    private Link.End end(Topology.Port port) {
        return new Link.End(port.role(), namespace(port.role()), port.device());
    }

    /// Makes namespaces and links. Nothing of this cluster may exist yet.
    public void create() {
        new FabricBuilder(topology, names).build();
        topology.hosts().stream()
                .filter(Topology.Host::bridge)
                .forEach(segment -> bridge(segment.role()).snoop(spec.snooping()));
    }

    /// Starts the routers' daemons; returns when they answer, which is before their sessions are up.
    public void startRouters() {
        Parallel.each(routers(), Router::start);
    }

    /// Waits until every session between routers is up.
    public void awaitRouterSessions() {
        boolean up = Await.until(
                CONVERGENCE_LIMIT,
                BETWEEN_LOOKS,
                () -> routers().stream().flatMap(r -> r.sessions().stream()).allMatch(BgpSession::isEstablished));
        if (!up) {
            String down = routers().stream()
                    .map(router -> router + ": "
                            + router.sessions().stream()
                                    .filter(s -> !s.isEstablished())
                                    .toList())
                    .collect(Collectors.joining("; "));
            throw new IllegalStateException(
                    "BGP sessions between routers are not up after " + CONVERGENCE_LIMIT.toSeconds() + " s: " + down);
        }
    }

    /// Whether each namespace chooses among next hops in its own way, which takes Linux 6.11. Without, routers in a row
    /// choose alike, and few of the paths are used.
    public boolean hasHashSeeds() {
        return client().hasSysctl(Topology.HASH_SEED);
    }

    public FabricSpec spec() {
        return spec;
    }

    public Addresses addresses() {
        return addresses;
    }

    /// The roles that exist, each with a namespace.
    public List<String> roles() {
        return topology.hosts().stream().map(Topology.Host::role).toList();
    }

    /// The namespace of a role.
    ///
    /// @throws IllegalArgumentException where there is no such role
    public NetworkNamespace namespace(String role) {
        if (!roles().contains(role)) {
            throw new IllegalArgumentException(
                    "no \"" + role + "\" in cluster " + names.cluster() + ": there are " + String.join(", ", roles()));
        }
        return names.namespace(role);
    }

    /// All routers; in a leaf-spine fabric the client, which is one too, comes last.
    public List<Router> routers() {
        return List.copyOf(routers.values());
    }

    public Router router(String role) {
        Router router = routers.get(role);
        if (router == null) {
            throw new IllegalArgumentException("no router \"" + role + "\" in cluster " + names.cluster()
                    + ": there are " + String.join(", ", routers.keySet()));
        }
        return router;
    }

    /// The routers that nodes are to peer with, and their addresses on the nodes' network.
    public List<NodePeer> nodePeers() {
        return topology.routers().stream()
                .filter(router -> !router.ranges().isEmpty())
                .map(router -> nodePeer(router, number(router.name())))
                .toList();
    }

    private NodePeer nodePeer(RouterSpec router, int number) {
        Optional<String> address6 = addresses.ipv6() ? Optional.of(addresses.gateway6(number)) : Optional.empty();
        return new NodePeer(router.name(), router.as(), addresses.gateway(number), address6);
    }

    private static int number(String role) {
        return role.charAt(role.length() - 1) - '0';
    }

    /// A router next to the nodes.
    ///
    /// @param role its name
    /// @param as its AS number
    /// @param address on the nodes' network
    /// @param address6 the same for IPv6, where the cluster has it
    public record NodePeer(String role, long as, String address, Optional<String> address6) {}

    /// Where requests from outside come from.
    public NetworkNamespace client() {
        return namespace(Topology.CLIENT);
    }

    /// What the client's packets have as their source.
    public String clientAddress() {
        return Addresses.CLIENT;
    }

    public Optional<String> clientAddress6() {
        return addresses.ipv6() ? Optional.of(Addresses.CLIENT6) : Optional.empty();
    }

    /// The switch that nodes, control plane and their routers are plugged into; its ports have their roles' names.
    public Bridge rack() {
        return bridge(Topology.RACK);
    }

    private Bridge bridge(String role) {
        return new Bridge(namespace(role), Topology.BRIDGE);
    }

    public List<Link> links() {
        return List.copyOf(links.values());
    }

    /// The link of this name, two roles with a hyphen.
    public Link link(String name) {
        return linksOf(name).stream()
                .filter(link -> link.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is a role, not a link"));
    }

    /// The link of this name, or all links of the role of this name.
    ///
    /// @throws IllegalArgumentException where there is neither
    public List<Link> linksOf(String roleOrLink) {
        List<Link> found = links.values().stream()
                .filter(link -> link.name().equals(roleOrLink) || link.touches(roleOrLink))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "no link or role \"" + roleOrLink + "\" in cluster " + names.cluster() + ": there are "
                            + String.join(", ", links.keySet()) + "; and the roles " + String.join(", ", roles()));
        }
        return found;
    }

    /// Takes the carrier from a link, or from all links of a role at once.
    public void cut(String roleOrLink) {
        Parallel.each(linksOf(roleOrLink), Link::cut);
    }

    /// Drops everything on a link, or on all links of a role; carriers stay.
    public void cutSilently(String roleOrLink) {
        Parallel.each(linksOf(roleOrLink), Link::cutSilently);
    }

    /// Makes a link, or all links of a role, whole again, whatever was done to them and by whichever name.
    public void restore(String roleOrLink) {
        Parallel.each(linksOf(roleOrLink), Link::restore);
    }

    /// Packets that each link has carried towards the nodes, by the link's name. The differences between two calls tell
    /// which paths a client's packets took.
    public Map<String, Long> packetsTowardsNodes() {
        return links.values().stream()
                .collect(Collectors.toMap(Link::name, Link::packetsTowardsNodes, (a, _) -> a, LinkedHashMap::new));
    }
}
