package io.porterlb.test.interop.route;

import static io.porterlb.test.interop.lab.Peering.EBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.EBGP_IPV6;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV6;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.test.cluster.router.Family;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.SessionOption;
import io.porterlb.test.cluster.router.SessionOption.ExtendedNextHop;
import io.porterlb.test.cluster.router.SessionOption.Families;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;
import java.util.Optional;
import java.util.Set;

/// Routes of both families in one session (RFC 4760, RFC 8950).
class FamilyRows {
    private static final SessionOption BOTH = new Families(Set.of(Family.IPV4, Family.IPV6));
    private static final FamilyConfig OUR_IPV6 =
            new FamilyConfig(AddressFamily.IPV6_UNICAST, 0, Optional.of(Seat.NODE.address(Family.IPV6)));
    private static final Prefix SERVICE4 = EBGP_IPV4.service(1);
    private static final Prefix SERVICE6 = EBGP_IPV6.service(1);

    @InteropRow(
            value = "IPv6 routes over an IPv4 session, with our IPv6 address as next hop",
            peerings = {EBGP_IPV4, IBGP_IPV4})
    void bothOverIpv4(Lab lab) {
        Expect expect = announceBoth(lab, new Passive(), BOTH);
        expect.route(SERVICE4, Seat.NODE.address(Family.IPV4));
        expect.route(SERVICE6, Seat.NODE.address(Family.IPV6));
        lab.speaker().withdraw(SERVICE6);
        expect.noRoute(SERVICE6);
        expect.route(SERVICE4, Seat.NODE.address(Family.IPV4));
    }

    /// In the table alone: FRR 8.4 has such a next hop in the kernel as 169.254.0.1, and its neighbour entry only for a
    /// peer that it knows by an interface.
    @InteropRow(
            value = "IPv4 routes over an IPv6 session, with our IPv6 address as next hop (RFC 8950)",
            peerings = {EBGP_IPV6, IBGP_IPV6})
    void bothOverIpv6(Lab lab) {
        Expect expect = announceBoth(lab, new Passive(), BOTH, new ExtendedNextHop());
        expect.routeInTable(SERVICE4, Seat.NODE.address(Family.IPV6));
        expect.route(SERVICE6, Seat.NODE.address(Family.IPV6));
    }

    private static Expect announceBoth(Lab lab, SessionOption... options) {
        Router router = lab.startRouter(options);
        lab.speaker().announce(SERVICE4);
        lab.speaker().announce(SERVICE6);
        lab.speaker().peer(lab.peer().withFamilies(FamilyConfig.IPV4, OUR_IPV6));
        Expect expect = Expect.of(lab, router);
        expect.established();
        return expect;
    }
}
