package io.porterlb.test.interop.session;

import static io.porterlb.test.interop.lab.Peering.EBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.EBGP_IPV6;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV4;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.TcpPassword;
import io.porterlb.bgp.TimeToLive;
import io.porterlb.bgp.Transport;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.SessionOption;
import io.porterlb.test.cluster.router.SessionOption.Multihop;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.cluster.router.SessionOption.Password;
import io.porterlb.test.cluster.router.SessionOption.TtlSecurity;
import io.porterlb.test.interop.lab.Eventually;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.KernelCounters;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;
import java.util.List;

/// TCP MD5 signatures (RFC 2385), and how far away a peer may be (RFC 5082, eBGP multihop).
class SecurityRows {
    @InteropRow(
            value = "MD5, we call: the session is up",
            peerings = {EBGP_IPV4, IBGP_IPV4, EBGP_IPV6})
    void passwordWeCall(Lab lab) {
        comesUp(lab, Seat.ROUTER, password("secret"), new Passive(), new Password("secret"));
    }

    @InteropRow(
            value = "MD5, the router calls: the session is up",
            peerings = {EBGP_IPV4, EBGP_IPV6})
    void passwordTheRouterCalls(Lab lab) {
        lab.speaker().listen();
        comesUp(lab, Seat.ROUTER, password("secret").withPassive(true), new Password("secret"));
    }

    @InteropRow("MD5, passwords differ: no session")
    void passwordsDiffer(Lab lab) {
        configure(lab, Seat.ROUTER, password("secret"), new Passive(), new Password("another"));
        isRefused(lab, Seat.ROUTER, "TCPMD5Failure");
    }

    @InteropRow("MD5, only the router has a password: no session")
    void onlyTheRouterHasAPassword(Lab lab) {
        configure(lab, Seat.ROUTER, Transport.DEFAULT, new Passive(), new Password("secret"));
        isRefused(lab, Seat.ROUTER, "TCPMD5NotFound");
    }

    @InteropRow("MD5, only we have a password: no session")
    void onlyWeHaveAPassword(Lab lab) {
        configure(lab, Seat.ROUTER, password("secret"), new Passive());
        isRefused(lab, Seat.ROUTER, "TCPMD5Unexpected");
    }

    @InteropRow(
            value = "GTSM, the router is on the link: the session is up",
            peerings = {EBGP_IPV4, EBGP_IPV6})
    void securityNear(Lab lab) {
        comesUp(lab, Seat.ROUTER, security(1), new Passive(), new TtlSecurity(1));
    }

    @InteropRow("GTSM, the router is one hop farther than we allow: no session")
    void securityTooFar(Lab lab) {
        configure(lab, Seat.FAR_ROUTER, security(1), new Passive(), new TtlSecurity(2));
        isRefused(lab, Seat.NODE, "TCPMinTTLDrop");
    }

    @InteropRow(
            value = "GTSM, two hops, both sides allow it: the session is up",
            peerings = {EBGP_IPV4, EBGP_IPV6})
    void securityFar(Lab lab) {
        comesUp(lab, Seat.FAR_ROUTER, security(2), new Passive(), new TtlSecurity(2));
    }

    @InteropRow(
            value = "eBGP multihop: the session is up over a hop",
            peerings = {EBGP_IPV4, EBGP_IPV6})
    void multihop(Lab lab) {
        Transport transport = Transport.DEFAULT.withTimeToLive(new TimeToLive.Multihop(2));
        comesUp(lab, Seat.FAR_ROUTER, transport, new Passive(), new Multihop(2));
    }

    private static Transport password(String text) {
        return Transport.DEFAULT.withPassword(TcpPassword.of(text));
    }

    private static Transport security(int hops) {
        return Transport.DEFAULT.withTimeToLive(new TimeToLive.Security(hops));
    }

    private static void comesUp(Lab lab, Seat seat, Transport transport, SessionOption... options) {
        Expect expect = configure(lab, seat, transport, options);
        expect.established();
        expect.routeInTable(
                lab.peering().service(1), Seat.NODE.address(lab.peering().family()));
    }

    /// The kernel there drops what comes, again and again, and counts it; the router's OPEN never comes. (A SYN may get
    /// through before the router has told its socket of the password; what follows is dropped.)
    private static void isRefused(Lab lab, Seat seat, String counter) {
        Eventually.is(
                "three packets are dropped for " + counter,
                () -> KernelCounters.tcp(lab.namespace(seat), counter) >= 3,
                () -> lab.speaker().status());
        assertEquals(
                List.of(),
                lab.speaker().journal().changes().stream()
                        .filter(change -> change.state().compareTo(SessionState.OPEN_SENT) > 0)
                        .toList());
    }

    private static Expect configure(Lab lab, Seat seat, Transport transport, SessionOption... options) {
        Router router = lab.startRouter(seat, options);
        Eventually.is("the router knows us", () -> !router.sessions().isEmpty(), router::sessions);
        lab.speaker().announce(lab.peering().service(1));
        lab.speaker().peer(lab.peering().peer(seat).withTransport(transport));
        return Expect.of(lab, router);
    }
}
