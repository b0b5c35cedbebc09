package io.porterlb.test.interop.route;

import static io.porterlb.test.interop.lab.Peering.EBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.EBGP_IPV6;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV4;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.test.cluster.router.Family;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.SessionOption.AddPathReceive;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.matrix.InteropRow;
import java.util.List;

/// Next hops of which a router is to use one at a time.
class StandbyRows {
    private static final int PATHS = 4;

    /// The first one has the highest address, which is no reason for any router to prefer it.
    @InteropRow(
            value = "of next hops on standby the first alone is used, then the second, and the first again",
            peerings = {EBGP_IPV4, IBGP_IPV4, EBGP_IPV6})
    void oneAtATime(Lab lab) {
        Router router = lab.startRouter(new Passive(), new AddPathReceive());
        Prefix service = lab.peering().service(1);
        List<IpAddress> hops = lab.peering().nextHops(PATHS).reversed();
        for (int place = 0; place < PATHS; place++) {
            lab.speaker().announce(path(service, hops, place));
        }
        lab.speaker().peer(peer(lab));
        Expect expect = Expect.of(lab, router);
        expect.routeInTable(service, hops.toArray(IpAddress[]::new));
        expect.uses(service, hops.getFirst());
        lab.speaker().withdraw(path(service, hops, 0));
        expect.uses(service, hops.get(1));
        lab.speaker().announce(path(service, hops, 0));
        expect.uses(service, hops.getFirst());
    }

    private static Route path(Prefix service, List<IpAddress> hops, int place) {
        return Route.via(service, hops.get(place), place + 1).with(RouteAttributes.DEFAULT.withStandby(place));
    }

    private static PeerConfig peer(Lab lab) {
        FamilyConfig family = lab.peering().family() == Family.IPV4 ? FamilyConfig.IPV4 : FamilyConfig.IPV6;
        return lab.peer().withFamilies(family.withAddPath(PATHS));
    }
}
