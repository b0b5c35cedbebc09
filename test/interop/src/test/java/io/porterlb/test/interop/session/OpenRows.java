package io.porterlb.test.interop.session;

import static io.porterlb.test.interop.lab.Peering.EBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.EBGP_IPV6;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV6;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Transport;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.SessionOption;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;

/// Who calls whom.
class OpenRows {
    @InteropRow(
            value = "we call: session up, route there, withdrawn",
            peerings = {EBGP_IPV4, IBGP_IPV4, EBGP_IPV6, IBGP_IPV6})
    void weCall(Lab lab) {
        comesUp(lab, lab.peer(), new Passive());
    }

    @InteropRow(
            value = "the router calls: session up, route there, withdrawn",
            peerings = {EBGP_IPV4, IBGP_IPV4, EBGP_IPV6, IBGP_IPV6})
    void theRouterCalls(Lab lab) {
        lab.speaker().listen();
        comesUp(lab, lab.peer().withTransport(Transport.DEFAULT.withPassive(true)));
    }

    @InteropRow(
            value = "both call: one session stays, and it stays up",
            peerings = {EBGP_IPV4, IBGP_IPV4, EBGP_IPV6})
    void bothCall(Lab lab) {
        lab.speaker().listen();
        comesUp(lab, lab.peer());
    }

    private static void comesUp(Lab lab, PeerConfig peer, SessionOption... options) {
        Router router = lab.startRouter(options);
        Prefix service = lab.peering().service(1);
        Expect expect = Expect.of(lab, router);
        lab.speaker().announce(service);
        lab.speaker().peer(peer);
        expect.established();
        expect.route(service, Seat.NODE.address(lab.peering().family()));
        lab.speaker().withdraw(service);
        expect.noRoute(service);
    }
}
