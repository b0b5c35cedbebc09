package io.porterlb.test.interop.bfd;

import static io.porterlb.test.interop.lab.Peering.EBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.EBGP_IPV6;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.bfd.BfdSessionStatus;
import io.porterlb.bgp.GracefulRestart;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.bgp.TimeToLive;
import io.porterlb.bgp.Transport;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.router.BgpSession;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.RouterKind;
import io.porterlb.test.cluster.router.SessionOption;
import io.porterlb.test.cluster.router.SessionOption.Bfd;
import io.porterlb.test.cluster.router.SessionOption.LocalAddress;
import io.porterlb.test.cluster.router.SessionOption.Multihop;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.cluster.router.SessionOption.RestartPart;
import io.porterlb.test.cluster.router.SessionOption.Timers;
import io.porterlb.test.interop.lab.BfdUnderTest;
import io.porterlb.test.interop.lab.Capture;
import io.porterlb.test.interop.lab.Eventually;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;
import io.porterlb.test.interop.matrix.NotFor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// With a hold time of 90 s, which is longer than a row waits: what goes sooner went for BFD.
class BfdRows {
    private static final String NONE = "GoBGP 3 has no BFD";
    private static final int MULTIPLIER = 3;
    /// AdminDown, Down and Up (RFC 5880 4.1).
    private static final Set<String> STATES = Set.of("0x00", "0x01", "0x03");

    private static final GracefulRestart RESTART =
            new GracefulRestart(true, GracefulRestart.DEFAULT_RESTART_TIME, false);
    private static final SessionTimes PATIENT =
            new SessionTimes(Duration.ofSeconds(90), Optional.of(Duration.ofSeconds(1)), Optional.empty());

    @InteropRow(
            value = "3 x 300 ms: the switch drops everything, the route goes; all comes back",
            peerings = {EBGP_IPV4, EBGP_IPV6},
            notFor = @NotFor(router = RouterKind.GOBGP, reason = NONE))
    void usual(Lab lab) {
        cutIsNoticed(lab, 300);
    }

    @InteropRow(
            value = "3 x 50 ms: the switch drops everything, the route goes; all comes back",
            notFor = @NotFor(router = RouterKind.GOBGP, reason = NONE))
    void fast(Lab lab) {
        cutIsNoticed(lab, 50);
    }

    private static void cutIsNoticed(Lab lab, int interval) {
        Router router = lab.startRouter(new Passive(), new Timers(30, 90), new Bfd(interval, MULTIPLIER));
        BfdUnderTest bfd = start(lab, near(lab, interval));
        Expect expect = comesUp(lab, Seat.ROUTER, router, bfd);
        Optional<Duration> agreed = Optional.of(Duration.ofMillis(interval));
        expect.that(
                "the interval is agreed on",
                () -> onlySession(bfd).receiveInterval().equals(agreed));
        lab.link(Seat.NODE).cutSilently();
        expect.noRoute(lab.peering().service(1));
        expect.that("BFD is down here, too", () -> !bfd.downs().isEmpty());
        assertTrue(bfd.downs().getLast().failed());
        lab.link(Seat.NODE).restore();
        expect.that("BFD is up again", bfd::isUp);
        expect.route(lab.peering().service(1), Seat.NODE.address(lab.peering().family()));
    }

    @InteropRow(
            value = "multihop, 3 x 300 ms: the switch drops everything, the route goes",
            notFor = @NotFor(router = RouterKind.GOBGP, reason = NONE))
    void multihop(Lab lab) {
        var far =
                new LocalAddress(Seat.FAR_ROUTER.address(lab.peering().family()).toString());
        SessionOption[] options = {new Passive(), new Timers(30, 90), new Multihop(2), far, new Bfd(300, MULTIPLIER)};
        Router router = lab.startRouter(Seat.FAR_ROUTER, options);
        BfdUnderTest bfd = start(
                lab,
                BfdSessionConfig.multihop(
                        "far", Seat.FAR_ROUTER.address(lab.peering().family()), lowestTtl(lab)));
        Expect expect = comesUp(lab, Seat.FAR_ROUTER, router, bfd);
        lab.link(Seat.NODE).cutSilently();
        expect.routeInTable(lab.peering().service(1));
    }

    /// After one hop. BIRD 2.0.12 sends with the kernel's 64, FRR with 255.
    private static int lowestTtl(Lab lab) {
        return lab.kind() == RouterKind.BIRD ? 63 : 254;
    }

    @InteropRow(
            value = "the router hangs (SIGSTOP): we notice",
            notFor = @NotFor(router = RouterKind.GOBGP, reason = NONE))
    void routerHangs(Lab lab) {
        Router router = lab.startRouter(new Passive(), new Timers(30, 90), new Bfd(300, MULTIPLIER));
        BfdUnderTest bfd = start(lab, near(lab, 300));
        Expect expect = comesUp(lab, Seat.ROUTER, router, bfd);
        router.pause();
        expect.that("BFD is down", () -> !bfd.isUp() && !bfd.downs().isEmpty());
        assertTrue(bfd.downs().getLast().failed());
        router.resume();
        expect.that("BFD is up again", bfd::isUp);
    }

    /// Both routers take it for a failure of the path and end the BGP session (measured: FRR 8.4.4, BIRD 2.0.12),
    /// though RFC 5882 3.2 has it otherwise.
    @InteropRow(
            value = "we hold BFD down on purpose (AdminDown) for a while: all comes back",
            notFor = @NotFor(router = RouterKind.GOBGP, reason = NONE))
    void adminDown(Lab lab) {
        Router router = lab.startRouter(new Passive(), new Timers(30, 90), new Bfd(300, MULTIPLIER));
        BfdUnderTest bfd = start(lab, near(lab, 300));
        Expect expect = comesUp(lab, Seat.ROUTER, router, bfd);
        bfd.session(near(lab, 300).heldDown(true));
        expect.that("BFD is down", () -> !bfd.isUp() && !bfd.downs().isEmpty());
        assertFalse(bfd.downs().getLast().failed());
        bfd.session(near(lab, 300));
        expect.that("BFD is up again", bfd::isUp);
        expect.established();
        expect.route(lab.peering().service(1), Seat.NODE.address(lab.peering().family()));
    }

    /// With `bfd graceful` in BIRD; FRR does so by itself once the session has ended.
    @InteropRow(
            value = "we restart gracefully, BFD ends after BGP: the route stays all the time",
            notFor = @NotFor(router = RouterKind.GOBGP, reason = NONE))
    void gracefulRestart(Lab lab) {
        SessionOption helper = new SessionOption.GracefulRestart(RestartPart.HELPER);
        Router router = lab.startRouter(new Passive(), new Timers(30, 90), new Bfd(300, MULTIPLIER), helper);
        BfdUnderTest bfd = start(lab, near(lab, 300));
        Expect expect = comesUp(lab, lab.peer().withTimes(PATIENT).withGracefulRestart(RESTART), router, bfd);
        HostProcess monitor = lab.monitorRoutes(Seat.ROUTER);
        lab.speaker().leaveForRestart();
        bfd.close();
        expect.that("the session is down", () -> router.sessions().stream().noneMatch(BgpSession::isEstablished));
        BfdUnderTest next = start(lab, near(lab, 300));
        expect.that("BFD is up again", next::isUp);
        lab.speaker().comeBack();
        expect.established();
        expect.route(lab.peering().service(1), Seat.NODE.address(lab.peering().family()));
        String log = monitor.allLogLines();
        assertTrue(log.lines().noneMatch(line -> line.startsWith("Deleted")), log);
    }

    @InteropRow(
            value = "tshark finds nothing wrong with our BFD packets",
            notFor = @NotFor(router = RouterKind.GOBGP, reason = NONE))
    void nothingIsMalformed(Lab lab) {
        Capture capture = lab.capture();
        Router router = lab.startRouter(new Passive(), new Timers(30, 90), new Bfd(50, MULTIPLIER));
        BfdUnderTest bfd = start(lab, near(lab, 50));
        comesUp(lab, Seat.ROUTER, router, bfd);
        bfd.close();
        Eventually.is(
                "packets in states AdminDown, Down and Up are captured",
                () -> capture.ours("bfd", "bfd.sta").containsAll(STATES),
                () -> capture.ours("bfd", "bfd.sta"));
        capture.stop();
        assertEquals(List.of(), capture.faults());
    }

    private static BfdSessionConfig near(Lab lab, int interval) {
        return BfdSessionConfig.singleHop(
                        "router1", Seat.ROUTER.address(lab.peering().family()))
                .every(Duration.ofMillis(interval), MULTIPLIER);
    }

    private static BfdUnderTest start(Lab lab, BfdSessionConfig session) {
        BfdUnderTest bfd = lab.startBfd();
        bfd.session(session);
        return bfd;
    }

    private static Expect comesUp(Lab lab, Seat seat, Router router, BfdUnderTest bfd) {
        PeerConfig peer = lab.peering().peer(seat).withTimes(PATIENT).withTransport(transport(seat));
        return comesUp(lab, peer, router, bfd);
    }

    private static Expect comesUp(Lab lab, PeerConfig peer, Router router, BfdUnderTest bfd) {
        Expect expect = Expect.of(lab, router);
        lab.speaker().announce(lab.peering().service(1));
        lab.speaker().peer(peer);
        expect.established();
        Eventually.is("BFD is up", bfd::isUp, bfd::status);
        expect.routeInTable(
                lab.peering().service(1), Seat.NODE.address(lab.peering().family()));
        return expect;
    }

    private static Transport transport(Seat seat) {
        return seat == Seat.FAR_ROUTER
                ? Transport.DEFAULT.withTimeToLive(new TimeToLive.Multihop(2))
                : Transport.DEFAULT;
    }

    private static BfdSessionStatus onlySession(BfdUnderTest bfd) {
        return bfd.status().getFirst();
    }
}
