package io.porterlb.test.interop.session;

import io.porterlb.bgp.TimeToLive;
import io.porterlb.bgp.Transport;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.SessionOption;
import io.porterlb.test.cluster.router.SessionOption.Multihop;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.cluster.router.SessionOption.TtlSecurity;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;

/// How far away a peer may be (RFC 5082, eBGP multihop).
class SecurityRows {
    @InteropRow(value = "GTSM, the router is on the link: the session is up")
    void securityNear(Lab lab) {
        comesUp(lab, Seat.ROUTER, security(1), new Passive(), new TtlSecurity(1));
    }

    @InteropRow(value = "GTSM, two hops, both sides allow it: the session is up")
    void securityFar(Lab lab) {
        comesUp(lab, Seat.FAR_ROUTER, security(2), new Passive(), new TtlSecurity(2));
    }

    @InteropRow(value = "eBGP multihop: the session is up over a hop")
    void multihop(Lab lab) {
        Transport transport = Transport.DEFAULT.withTimeToLive(new TimeToLive.Multihop(2));
        comesUp(lab, Seat.FAR_ROUTER, transport, new Passive(), new Multihop(2));
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

    private static Expect configure(Lab lab, Seat seat, Transport transport, SessionOption... options) {
        Router router = lab.startRouter(seat, options);
        lab.speaker().announce(lab.peering().service(1));
        lab.speaker().peer(lab.peering().peer(seat).withTransport(transport));
        return Expect.of(lab, router);
    }
}
