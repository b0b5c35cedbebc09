package io.porterlb.test.interop.failure;

import io.porterlb.address.Prefix;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;

/// Hold time 3 s on both sides, no BFD.
class FailureRows {
    private static final String HOLD_TIMER = "HoldTimerExpired";

    @InteropRow("the switch drops everything: both hold timers expire, and all comes back")
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

    @InteropRow("the router dies (SIGKILL), and all comes back with it")
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
