package io.porterlb.test.interop.lab;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.test.cluster.network.Link;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Cgroup;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.process.Place;
import io.porterlb.test.cluster.router.Family;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.RouterKind;
import io.porterlb.test.cluster.router.RouterSpec;
import io.porterlb.test.cluster.router.RouterSpec.Neighbor;
import io.porterlb.test.cluster.router.RouterSpec.PeerRange;
import io.porterlb.test.cluster.router.SessionOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A speaker under test and routers (see [Seat]), in network namespaces of their own, all of which is gone when the
/// lab is closed. What a killed JVM leaves is removed by the next one. For one thread; needs root.
public final class Lab implements AutoCloseable {
    static {
        LabName.removeLeftovers();
    }

    private final LabName name = LabName.next();
    private final LabNetwork network = new LabNetwork(name.names());
    private final Peering peering;
    private final RouterKind kind;
    private final SpeakerUnderTest speaker;
    private final List<BfdUnderTest> bfdSpeakers = new ArrayList<>();

    /// Makes the network and the speaker, which has no peers yet. Routers are started by the row.
    public Lab(Peering peering, RouterKind kind) {
        this.peering = peering;
        this.kind = kind;
        try {
            name.claim();
            cgroup().create();
            network.create();
            speaker = SpeakerUnderTest.start(namespace(Seat.NODE));
        } catch (RuntimeException e) {
            name.remove();
            throw e;
        }
    }

    private Cgroup cgroup() {
        return new Cgroup(name.names().prefix());
    }

    private Place place(Seat seat) {
        return new Place(seat.role(), namespace(seat).command(List.of()), cgroup(), name.folder());
    }

    public Peering peering() {
        return peering;
    }

    public RouterKind kind() {
        return kind;
    }

    public NetworkNamespace namespace(Seat seat) {
        return network.namespace(seat);
    }

    /// Whether the kernel gave the seat's interface this one; it may have more than one.
    public boolean hasLinkLocalAddress(Seat seat, String address) {
        return namespace(seat)
                .exec("ip", "-br", "-6", "address", "show", "dev", LabNetwork.DEVICE, "scope", "link")
                .contains(address + "/");
    }

    /// The name of everybody's interface.
    public String device() {
        return LabNetwork.DEVICE;
    }

    /// The cable of a seat.
    public Link link(Seat seat) {
        return network.link(seat);
    }

    public SpeakerUnderTest speaker() {
        return speaker;
    }

    /// What the speaker is told about the router.
    public PeerConfig peer() {
        return peering.peer(Seat.ROUTER);
    }

    /// Starts the router, with the speaker under test as its neighbor.
    public Router startRouter(SessionOption... options) {
        return startRouter(Seat.ROUTER, options);
    }

    /// The same on another seat.
    public Router startRouter(Seat seat, SessionOption... options) {
        return startRouter(seat, Seat.NODE.address(peering.family()).toString(), options);
    }

    /// The same, but it knows the speaker under test by the interface alone; FRR only.
    public Router startUnnumberedRouter(SessionOption... options) {
        return startRouter(Seat.ROUTER, LabNetwork.DEVICE, options);
    }

    private Router startRouter(Seat seat, String us, SessionOption... options) {
        return start(seat, spec(seat).withNeighbors(List.of(Neighbor.of(us, Peering.OUR_AS, options))));
    }

    /// The same, but it knows the speaker under test by a range of addresses that may call; FRR only.
    public Router startRouterOfARange() {
        String network = Seat.NODE.address(peering.family()) + (peering.family() == Family.IPV4 ? "/32" : "/128");
        PeerRange range = new PeerRange("NODES", List.of(network), Peering.OUR_AS, false);
        return start(Seat.ROUTER, spec(Seat.ROUTER).withRanges(List.of(range)));
    }

    private RouterSpec spec(Seat seat) {
        return RouterSpec.of(seat.role(), peering.routerAs(), seat.routerId().toString())
                .withIpv6(true);
    }

    private Router start(Seat seat, RouterSpec spec) {
        Path folder = name.folder().resolve(seat.role());
        Router router = kind.router(spec, namespace(seat), place(seat), folder);
        router.start();
        return router;
    }

    /// Starts a BFD speaker beside the BGP speaker.
    public BfdUnderTest startBfd() {
        BfdUnderTest bfd = BfdUnderTest.start(namespace(Seat.NODE));
        bfdSpeakers.add(bfd);
        return bfd;
    }

    /// Starts to record what comes and goes at the speaker's interface.
    public Capture capture() {
        return Capture.start(place(Seat.NODE), name.folder().resolve("node.pcap"), Seat.NODE.address(peering.family()));
    }

    /// Starts to log each route that the kernel there gains or, on a line that starts with `Deleted`, loses.
    public HostProcess monitorRoutes(Seat seat) {
        return HostProcess.start(place(seat), "routes", List.of("ip", "monitor", "route"));
    }

    /// Logs, configurations and captures, until the lab is closed.
    public Path folder() {
        return name.folder();
    }

    @Override
    public void close() {
        bfdSpeakers.forEach(BfdUnderTest::close);
        speaker.close();
        name.remove();
    }

    @Override
    public String toString() {
        return name + " (" + kind + ", " + peering + ")";
    }
}
