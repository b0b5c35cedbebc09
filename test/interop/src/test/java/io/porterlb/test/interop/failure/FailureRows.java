package io.porterlb.test.interop.failure;

import static io.porterlb.test.interop.lab.Peering.EBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.EBGP_IPV6;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV4;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.cluster.router.SessionOption.Timers;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Hold time 3 s on both sides, no BFD.
class FailureRows {
    private static final String HOLD_TIMER = "HoldTimerExpired";
    private static final int MANY = 20_000;
    /// Of a socket's buffer: least, usual and most octets (tcp(7)).
    private static final String SMALL = "4096 4096 4096";

    private static final SessionTimes OFTEN =
            new SessionTimes(Duration.ofSeconds(90), Optional.of(Duration.ofSeconds(1)), Optional.empty());

    @InteropRow(
            value = "the switch drops everything: both hold timers expire, and all comes back",
            peerings = {EBGP_IPV4, IBGP_IPV4, EBGP_IPV6})
    void silentCut(Lab lab) {
        Router router = established(lab);
        lab.link(Seat.NODE).cutSilently();
        expect(lab, router).failure(HOLD_TIMER);
        expect(lab, router).noRoute(service(lab));
        lab.link(Seat.NODE).restore();
        expectAllBack(lab, router);
    }

    @InteropRow("our cable is pulled: the router's hold timer expires, and all comes back")
    void carrierLost(Lab lab) {
        Router router = established(lab);
        lab.link(Seat.NODE).cut();
        expect(lab, router).noRoute(service(lab));
        lab.link(Seat.NODE).restore();
        expectAllBack(lab, router);
    }

    @InteropRow(
            value = "the router dies (SIGKILL), and all comes back with it",
            peerings = {EBGP_IPV4, IBGP_IPV4, EBGP_IPV6})
    void routerKilled(Lab lab) {
        Router router = established(lab);
        router.kill();
        expect(lab, router).failure("ConnectionRefused");
        router.start();
        expectAllBack(lab, router);
    }

    @InteropRow("the router hangs (SIGSTOP): our hold timer expires, and all comes back with it")
    void routerHangs(Lab lab) {
        Router router = established(lab);
        router.pause();
        expect(lab, router).failure(HOLD_TIMER);
        router.resume();
        expectAllBack(lab, router);
    }

    @InteropRow("the router reboots behind a cut link: we notice that it knows nothing of us, whatever the hold time")
    void halfOpen(Lab lab) {
        Router router = lab.startRouter(new Passive(), new Timers(30, 90));
        lab.speaker().announce(service(lab));
        lab.speaker().peer(lab.peer().withTimes(OFTEN));
        expectAllBack(lab, router);
        lab.link(Seat.ROUTER).cutSilently();
        router.kill();
        router.start();
        lab.link(Seat.ROUTER).restore();
        expectAllBack(lab, router);
    }

    /// The window of the router that hangs is soon full, and nothing ends its session.
    @InteropRow("a router reads nothing (zero window, hold time 0): another one is served, and it catches up later")
    void zeroWindow(Lab lab) {
        lab.namespace(Seat.ROUTER).sysctl(Map.of("net.ipv4.tcp_rmem", SMALL));
        lab.namespace(Seat.NODE).sysctl(Map.of("net.ipv4.tcp_wmem", SMALL));
        Router stuck = lab.startRouter(Seat.ROUTER, new Passive());
        Router other = lab.startRouter(Seat.SECOND_ROUTER, new Passive());
        lab.speaker().peer(lab.peer().withTimes(SessionTimes.ofHold(Duration.ZERO)));
        lab.speaker().peer(lab.peering().peer(Seat.SECOND_ROUTER));
        expect(lab, stuck).established();
        expect(lab, other).established();
        stuck.pause();
        lab.speaker().announce(lab.peering().manyRoutes(MANY));
        expect(lab, other).routes(MANY);
        assertTrue(lab.speaker().isEstablished(), lab.speaker().status().toString());
        stuck.resume();
        expect(lab, stuck).routes(MANY);
    }

    private static Router established(Lab lab) {
        Router router = lab.startRouter(new Passive());
        lab.speaker().announce(service(lab));
        lab.speaker().peer(lab.peer());
        expectAllBack(lab, router);
        return router;
    }

    private static void expectAllBack(Lab lab, Router router) {
        expect(lab, router).established();
        expect(lab, router).route(service(lab), Seat.NODE.address(lab.peering().family()));
    }

    private static Expect expect(Lab lab, Router router) {
        return Expect.of(lab, router);
    }

    private static Prefix service(Lab lab) {
        return lab.peering().service(1);
    }
}
