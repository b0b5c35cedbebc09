package io.porterlb.test.interop.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.test.cluster.router.BgpSession;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.RouterKind;
import io.porterlb.test.cluster.router.SessionOption.MaxPrefixes;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.cluster.router.SessionOption.Timers;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;
import io.porterlb.test.interop.matrix.NotFor;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What a router may do to a session that is up, and we to it.
class SessionRows {
    private static final String TEXT = "maintenance until nine";
    private static final String NO_RANGE = "the lab tells it neighbors by address only";

    @InteropRow("the router restarts: session and route come back")
    void routerRestarts(Lab lab) {
        Router router = lab.startRouter(new Passive());
        Expect expect = oneRoute(lab, router);
        router.stop();
        expect.failure("ConnectionRefused");
        router.start();
        expect.established();
        expectRoute(lab, expect);
    }

    @InteropRow("the router shuts the session down with a text: we show it, and come back")
    void routerShutsDown(Lab lab) {
        Router router = lab.startRouter(new Passive());
        Expect expect = oneRoute(lab, router);
        router.shutDown(TEXT);
        expect.failureText(TEXT);
        router.bringUp();
        expect.established();
        expectRoute(lab, expect);
    }

    @InteropRow("we shut the session down with a text: the router sees an administrative shutdown")
    void weShutDown(Lab lab) {
        Router router = lab.startRouter(new Passive());
        Expect expect = oneRoute(lab, router);
        lab.speaker().peer(lab.peer().withShutdown(Optional.of(TEXT)));
        expect.noRoute(lab.peering().service(1));
        expect.that(
                "the router says why",
                () -> router.sessions().stream()
                        .map(BgpSession::lastError)
                        .anyMatch(error -> error.toLowerCase(Locale.ROOT).contains("administrative")));
        lab.speaker().peer(lab.peer());
        expect.established();
    }

    /// FRR 8.4 makes the neighbor anew each time, and may take the next session for one that it is about to delete.
    @InteropRow(
            value = "our OPEN changes again and again: a router that knows us by a range of addresses keeps up",
            notFor = {
                @NotFor(router = RouterKind.BIRD, reason = NO_RANGE),
                @NotFor(router = RouterKind.GOBGP, reason = NO_RANGE)
            })
    void weReset(Lab lab) {
        Router router = lab.startRouterOfARange();
        Expect expect = oneRoute(lab, router);
        for (int hold = 30; hold < 50; hold++) {
            long before = timesEstablished(lab);
            lab.speaker().peer(lab.peer().withTimes(SessionTimes.ofHold(Duration.ofSeconds(hold))));
            expect.that("our session is another one", () -> timesEstablished(lab) > before);
            expect.established();
            expectRoute(lab, expect);
        }
    }

    private static long timesEstablished(Lab lab) {
        return lab.speaker().journal().changes().stream()
                .filter(change -> change.state() == SessionState.ESTABLISHED)
                .count();
    }

    @InteropRow("BFD says that the path is down: we end the session at once, and try again")
    void pathDown(Lab lab) {
        Router router = lab.startRouter(new Passive());
        Expect expect = oneRoute(lab, router);
        lab.speaker().bgp().pathDown(lab.peer().name());
        expect.noRoute(lab.peering().service(1));
        lab.speaker().bgp().pathUp(lab.peer().name());
        expect.established();
        expectRoute(lab, expect);
    }

    @InteropRow(
            value = "the router asks for all routes again (route refresh)",
            notFor = @NotFor(router = RouterKind.GOBGP, reason = "it keeps what it received, and never asks"))
    void routeRefresh(Lab lab) {
        Router router = lab.startRouter(new Passive());
        Expect expect = oneRoute(lab, router);
        long before = updatesSent(lab);
        router.refresh();
        expect.that("we have sent more UPDATEs than " + before, () -> updatesSent(lab) > before);
        expect.established();
        expectRoute(lab, expect);
    }

    private static long updatesSent(Lab lab) {
        return lab.speaker().status().getFirst().messages().updatesSent();
    }

    @InteropRow("the router takes 2 prefixes and gets more: it ends the session, and we say so")
    void maxPrefixes(Lab lab) {
        Router router = lab.startRouter(new Passive(), new MaxPrefixes(2), new Timers(3, 9));
        Expect expect = Expect.of(lab, router);
        lab.speaker().peer(lab.peer().withTimes(SessionTimes.ofHold(Duration.ofSeconds(9))));
        expect.established();
        lab.speaker().announce(lab.peering().manyRoutes(10));
        expect.failureText("Maximum Number of Prefixes Reached");
    }

    @InteropRow("hold time 0: the session is up without keepalives")
    void holdTimeZero(Lab lab) {
        Router router = lab.startRouter(new Passive());
        lab.speaker().announce(lab.peering().service(1));
        lab.speaker().peer(lab.peer().withTimes(SessionTimes.ofHold(Duration.ZERO)));
        Expect expect = Expect.of(lab, router);
        expect.established();
        expectRoute(lab, expect);
        PeerStatus status = lab.speaker().status().getFirst();
        assertEquals(Optional.of(Duration.ZERO), status.holdTime());
    }

    @InteropRow("10,000 routes come and go")
    void manyRoutes(Lab lab) {
        Router router = lab.startRouter(new Passive());
        Expect expect = Expect.of(lab, router);
        lab.speaker().peer(lab.peer());
        expect.established();
        lab.speaker().announce(lab.peering().manyRoutes(10_000));
        expect.routes(10_000);
        lab.speaker().withdrawAll();
        expect.that("none of ours is left", () -> router.routes() < 10);
    }

    private static Expect oneRoute(Lab lab, Router router) {
        Expect expect = Expect.of(lab, router);
        lab.speaker().announce(lab.peering().service(1));
        lab.speaker().peer(lab.peer());
        expect.established();
        expectRoute(lab, expect);
        return expect;
    }

    private static void expectRoute(Lab lab, Expect expect) {
        expect.route(lab.peering().service(1), Seat.NODE.address(lab.peering().family()));
    }
}
