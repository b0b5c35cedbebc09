package io.porterlb.test.interop.route;

import static io.porterlb.test.interop.lab.Peering.EBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.EBGP_IPV6;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV4;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.test.cluster.router.Family;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.RouterKind;
import io.porterlb.test.cluster.router.SessionOption;
import io.porterlb.test.cluster.router.SessionOption.AddPathReceive;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.matrix.InteropRow;
import io.porterlb.test.interop.matrix.NotFor;
import java.util.List;
import java.util.stream.IntStream;

/// Several next hops of one prefix (RFC 7911).
class AddPathRows {
    private static final int PATHS = 8;

    @InteropRow(
            value = "8 next hops of one prefix are used side by side, then 7",
            peerings = {EBGP_IPV4, IBGP_IPV4, EBGP_IPV6})
    void eightNextHops(Lab lab) {
        List<IpAddress> hops = lab.peering().nextHops(PATHS);
        Expect expect = announce(lab, hops, new Passive(), new AddPathReceive());
        Prefix service = lab.peering().service(1);
        expect.route(service, hops.toArray(IpAddress[]::new));
        lab.speaker().withdraw(path(service, hops, 2));
        expect.route(
                service,
                IntStream.range(0, PATHS)
                        .filter(n -> n != 2)
                        .mapToObj(hops::get)
                        .toArray(IpAddress[]::new));
    }

    @InteropRow(
            value = "a router that takes one path of a prefix gets one, then the next",
            peerings = {EBGP_IPV4, EBGP_IPV6},
            notFor = @NotFor(router = RouterKind.FRR, reason = "it always takes several"))
    void onePath(Lab lab) {
        List<IpAddress> hops = lab.peering().nextHops(PATHS);
        Expect expect = announce(lab, hops, new Passive());
        Prefix service = lab.peering().service(1);
        expect.route(service, hops.getFirst());
        lab.speaker().withdraw(path(service, hops, 0));
        expect.route(service, hops.get(1));
    }

    private static Expect announce(Lab lab, List<IpAddress> hops, SessionOption... options) {
        Router router = lab.startRouter(options);
        Prefix service = lab.peering().service(1);
        lab.speaker()
                .announce(IntStream.range(0, hops.size())
                        .mapToObj(number -> path(service, hops, number))
                        .toArray(Route[]::new));
        lab.speaker().peer(peer(lab));
        return Expect.of(lab, router);
    }

    private static Route path(Prefix service, List<IpAddress> hops, int number) {
        return Route.via(service, hops.get(number), number + 1);
    }

    private static PeerConfig peer(Lab lab) {
        FamilyConfig family = lab.peering().family() == Family.IPV4 ? FamilyConfig.IPV4 : FamilyConfig.IPV6;
        return lab.peer().withFamilies(family.withAddPath(PATHS));
    }
}
