package io.porterlb.test.interop.restart;

import static io.porterlb.test.interop.lab.Peering.EBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.EBGP_IPV6;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV4;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.GracefulRestart;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.router.BgpSession;
import io.porterlb.test.cluster.router.Family;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.SessionOption;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.cluster.router.SessionOption.RestartPart;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;
import java.util.List;
import java.util.Set;

/// Restarts that lose nothing (RFC 4724), and going away so that nothing is lost (RFC 8326).
class RestartRows {
    private static final GracefulRestart ASKED_FOR =
            new GracefulRestart(true, GracefulRestart.DEFAULT_RESTART_TIME, false);
    /// As BIRD and GoBGP are read here, and as FRR prints it.
    private static final Set<String> GRACEFUL_SHUTDOWN = Set.of("65535:0", "graceful-shutdown");

    @InteropRow(
            value = "we restart gracefully: the session goes, the route stays all the time",
            peerings = {EBGP_IPV4, IBGP_IPV4, EBGP_IPV6})
    void ourRestart(Lab lab) {
        Router router = lab.startRouter(new Passive(), new SessionOption.GracefulRestart(RestartPart.HELPER));
        Expect expect = comesUp(lab, router);
        HostProcess monitor = lab.monitorRoutes(Seat.ROUTER);
        lab.speaker().leaveForRestart();
        expect.that(
                "the router's session is down", () -> router.sessions().stream().noneMatch(BgpSession::isEstablished));
        expectRoute(lab, expect);
        lab.speaker().comeBack();
        expect.established();
        expectRoute(lab, expect);
        String service = lab.peering().service(1).address().toString();
        expect.that(
                "the kernel never lost the route",
                () -> !isLost(monitor.allLogLines(), service, lab.peering().family()));
    }

    /// FRR 8.4 replaces an IPv6 route in the kernel by deleting it and adding it again; that is the same route only if
    /// the addition follows.
    private static boolean isLost(String log, String address, Family family) {
        List<Boolean> deletions = log.lines()
                .filter(line -> line.contains(address))
                .map(line -> line.startsWith("Deleted"))
                .toList();
        return switch (family) {
            case IPV4 -> deletions.contains(true);
            case IPV6 -> !deletions.isEmpty() && deletions.getLast();
        };
    }

    @InteropRow("we restart gracefully and have a route less: the router drops that one only")
    void ourRestartWithLess(Lab lab) {
        Router router = lab.startRouter(new Passive(), new SessionOption.GracefulRestart(RestartPart.HELPER));
        Prefix gone = lab.peering().service(2);
        lab.speaker().announce(gone);
        Expect expect = comesUp(lab, router);
        expect.routeInTable(gone, Seat.NODE.address(lab.peering().family()));
        lab.speaker().leaveForRestart();
        expect.that(
                "the router's session is down", () -> router.sessions().stream().noneMatch(BgpSession::isEstablished));
        lab.speaker().withdraw(gone);
        lab.speaker().comeBack();
        expect.established();
        expect.noRoute(gone);
        expectRoute(lab, expect);
    }

    @InteropRow("a router that restarts gracefully dies (SIGKILL): all comes back with it")
    void theirRestart(Lab lab) {
        Router router = lab.startRouter(new Passive(), new SessionOption.GracefulRestart(RestartPart.RESTARTER));
        Expect expect = comesUp(lab, router);
        router.kill();
        expect.failure("ConnectionRefused");
        router.start();
        expect.established();
        expectRoute(lab, expect);
    }

    @InteropRow("we drain: the route carries GRACEFUL_SHUTDOWN, and no longer when we stop that")
    void drain(Lab lab) {
        Router router = lab.startRouter(new Passive());
        Expect expect = comesUp(lab, router);
        lab.speaker().bgp().drain(true);
        expect.that("the community is there", () -> isDraining(lab, router));
        lab.speaker().bgp().drain(false);
        expect.that("the community is gone", () -> !isDraining(lab, router));
        expectRoute(lab, expect);
    }

    @InteropRow("one route is leaving: it carries GRACEFUL_SHUTDOWN, another one does not, nor itself when it stays")
    void oneRouteLeaves(Lab lab) {
        Router router = lab.startRouter(new Passive());
        Expect expect = comesUp(lab, router);
        Route route = Route.of(lab.peering().service(1));
        Route other = Route.of(lab.peering().service(2));
        Route leaving = route.with(RouteAttributes.DEFAULT.withLeaving(true));
        lab.speaker().bgp().advertise(Set.of(leaving, other));
        expect.that("the community is there", () -> isDraining(lab, router, 1) && !isDraining(lab, router, 2));
        lab.speaker().bgp().advertise(Set.of(route, other));
        expect.that("the community is gone", () -> !isDraining(lab, router, 1));
        expectRoute(lab, expect);
    }

    @InteropRow("we restart and the router would drop our routes: it is told first, by GRACEFUL_SHUTDOWN")
    void drainForRestart(Lab lab) {
        Router router = lab.startRouter(new Passive());
        Expect expect = comesUp(lab, router, GracefulRestart.OFF);
        lab.speaker().bgp().drainForRestart();
        expect.that("the community is there", () -> isDraining(lab, router));
        lab.speaker().leaveForRestart();
        expect.noRoute(lab.peering().service(1));
        lab.speaker().comeBack();
        expect.established();
        expect.that("the community is gone", () -> !isDraining(lab, router));
        expectRoute(lab, expect);
    }

    @InteropRow("we ask for graceful restart, the router knows none of it: it is told first too")
    void drainForRestartWhereNothingWasAgreed(Lab lab) {
        Router router = lab.startRouter(new Passive(), new SessionOption.GracefulRestart(RestartPart.NONE));
        Expect expect = comesUp(lab, router);
        lab.speaker().bgp().drainForRestart();
        expect.that("the community is there", () -> isDraining(lab, router));
        lab.speaker().leaveForRestart();
        expect.noRoute(lab.peering().service(1));
    }

    private static boolean isDraining(Lab lab, Router router) {
        return isDraining(lab, router, 1);
    }

    private static boolean isDraining(Lab lab, Router router, int service) {
        return router.paths(lab.peering().service(service).toString()).stream()
                .flatMap(path -> path.communities().stream())
                .anyMatch(GRACEFUL_SHUTDOWN::contains);
    }

    private static Expect comesUp(Lab lab, Router router) {
        return comesUp(lab, router, ASKED_FOR);
    }

    private static Expect comesUp(Lab lab, Router router, GracefulRestart restart) {
        lab.speaker().announce(lab.peering().service(1));
        lab.speaker().peer(lab.peer().withGracefulRestart(restart));
        Expect expect = Expect.of(lab, router);
        expect.established();
        expectRoute(lab, expect);
        return expect;
    }

    private static void expectRoute(Lab lab, Expect expect) {
        expect.route(lab.peering().service(1), Seat.NODE.address(lab.peering().family()));
    }
}
