package io.porterlb.test.interop.route;

import static io.porterlb.test.interop.lab.Peering.EBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.EBGP_IPV6;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV6;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.Community;
import io.porterlb.bgp.LargeCommunity;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.test.cluster.router.BgpPath;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Peering;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

class AttributeRows {
    private static final RouteAttributes ATTRIBUTES = RouteAttributes.DEFAULT
            .withMed(7)
            .withLocalPref(200)
            .withPrepend(2)
            .withCommunities(List.of(new Community(65000, 1), new Community(65000, 2)))
            .withLargeCommunities(List.of(new LargeCommunity(4_200_000_000L, 1, 2)));

    @InteropRow(
            value = "AS path, MED, local preference and communities of both sizes arrive",
            peerings = {EBGP_IPV4, IBGP_IPV4, EBGP_IPV6, IBGP_IPV6})
    void attributesArrive(Lab lab) {
        BgpPath path = pathOf(lab, ATTRIBUTES);
        boolean external = lab.peering().external();
        assertEquals(external ? Collections.nCopies(3, Peering.OUR_AS) : List.of(), path.asPath());
        assertEquals(OptionalLong.of(7), path.med());
        assertEquals(List.of("65000:1", "65000:2"), path.communities());
        assertEquals(List.of("4200000000:1:2"), path.largeCommunities());
        if (!external) {
            assertEquals(OptionalLong.of(200), path.localPref());
        }
    }

    private static BgpPath pathOf(Lab lab, RouteAttributes attributes) {
        Router router = lab.startRouter(new Passive());
        Prefix service = lab.peering().service(1);
        lab.speaker().announce(Route.of(service).with(attributes));
        lab.speaker().peer(lab.peer());
        Expect.of(lab, router).route(service, Seat.NODE.address(lab.peering().family()));
        return router.paths(service.toString()).getFirst();
    }
}
