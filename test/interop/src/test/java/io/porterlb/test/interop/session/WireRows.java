package io.porterlb.test.interop.session;

import static io.porterlb.test.interop.lab.Peering.EBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.EBGP_IPV6;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV6;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.bgp.Community;
import io.porterlb.bgp.LargeCommunity;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.interop.lab.Capture;
import io.porterlb.test.interop.lab.Eventually;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;
import java.util.List;
import java.util.Set;

class WireRows {
    /// OPEN, UPDATE, NOTIFICATION and KEEPALIVE (RFC 4271 4.1).
    private static final Set<String> EVERY_TYPE = Set.of("1", "2", "3", "4");

    private static final RouteAttributes ATTRIBUTES = RouteAttributes.DEFAULT
            .withMed(7)
            .withLocalPref(200)
            .withCommunities(List.of(new Community(65000, 1), new Community(65000, 2)))
            .withLargeCommunities(List.of(new LargeCommunity(4_200_000_000L, 1, 2)))
            .withLinkBandwidth(125_000_000);

    @InteropRow(
            value = "tshark finds nothing wrong with what we send",
            peerings = {EBGP_IPV4, IBGP_IPV4, EBGP_IPV6, IBGP_IPV6})
    void nothingIsMalformed(Lab lab) {
        Capture capture = lab.capture();
        converse(lab);
        lab.speaker().close();
        Eventually.is(
                "messages of every type are captured",
                () -> capture.messageTypes().containsAll(EVERY_TYPE),
                capture::messageTypes);
        capture.stop();
        assertEquals(List.of(), capture.faults());
    }

    private static void converse(Lab lab) {
        Router router = lab.startRouter(new Passive());
        Expect expect = Expect.of(lab, router);
        lab.speaker().peer(lab.peer());
        for (int number = 1; number <= 3; number++) {
            lab.speaker().announce(Route.of(lab.peering().service(number)).with(ATTRIBUTES));
        }
        expect.route(lab.peering().service(3), Seat.NODE.address(lab.peering().family()));
        lab.speaker().withdraw(lab.peering().service(3));
        expect.noRoute(lab.peering().service(3));
    }
}
