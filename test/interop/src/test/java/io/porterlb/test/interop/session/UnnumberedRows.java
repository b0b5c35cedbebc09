package io.porterlb.test.interop.session;

import static io.porterlb.test.interop.lab.Peering.EBGP_IPV4;
import static io.porterlb.test.interop.lab.Peering.IBGP_IPV4;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.Transport;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.router.Family;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.RouterKind;
import io.porterlb.test.cluster.router.SessionOption;
import io.porterlb.test.cluster.router.SessionOption.ExtendedNextHop;
import io.porterlb.test.cluster.router.SessionOption.Passive;
import io.porterlb.test.interop.lab.Expect;
import io.porterlb.test.interop.lab.Lab;
import io.porterlb.test.interop.lab.Seat;
import io.porterlb.test.interop.matrix.InteropRow;
import io.porterlb.test.interop.matrix.NotFor;
import java.util.Arrays;
import java.util.List;

/// Sessions where neither side is told the other's address: both learn it from router advertisements.
class UnnumberedRows {
    private static final String NO_INTERFACE = "the lab tells it neighbors by address only";
    private static final Prefix SERVICE = EBGP_IPV4.service(1);
    /// What FRR 8.4 has in the kernel for an IPv6 next hop, with a neighbor entry for it.
    private static final String STAND_IN = "169.254.0.1";

    @InteropRow(
            value = "unnumbered, we call: the session is up, and IPv4 packets come by the link-local next hop",
            peerings = {EBGP_IPV4, IBGP_IPV4},
            notFor = {
                @NotFor(router = RouterKind.BIRD, reason = NO_INTERFACE),
                @NotFor(router = RouterKind.GOBGP, reason = NO_INTERFACE)
            })
    void weCall(Lab lab) {
        Expect expect = session(lab, Transport.DEFAULT, new Passive());
        lab.namespace(Seat.NODE).exec("ip", "address", "add", SERVICE.toString(), "dev", "lo");
        expect.that("packets come", () -> answers(lab));
    }

    @InteropRow(
            value = "unnumbered, the router calls",
            notFor = {
                @NotFor(router = RouterKind.BIRD, reason = NO_INTERFACE),
                @NotFor(router = RouterKind.GOBGP, reason = NO_INTERFACE)
            })
    void routerCalls(Lab lab) {
        lab.speaker().listen();
        session(lab, Transport.DEFAULT.withPassive(true));
    }

    private static Expect session(Lab lab, Transport transport, SessionOption... options) {
        Router router = lab.startUnnumberedRouter(with(options));
        lab.speaker().announce(SERVICE);
        lab.speaker()
                .peer(lab.peer()
                        .withAddress(new PeerAddress.OnLink(lab.device()))
                        .withFamilies(FamilyConfig.IPV4)
                        .withTransport(transport));
        Expect expect = Expect.of(lab, router);
        expect.established();
        expect.routeInTable(SERVICE, Seat.NODE.address(Family.IPV6));
        expect.that(
                "the kernel sends " + SERVICE + " to " + STAND_IN,
                () -> router.kernelNextHops(SERVICE.toString()).contains(STAND_IN));
        return expect;
    }

    private static SessionOption[] with(SessionOption... options) {
        SessionOption[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = new ExtendedNextHop();
        return all;
    }

    private static boolean answers(Lab lab) {
        String address = SERVICE.address().toString();
        return Command.of(lab.namespace(Seat.ROUTER).command(List.of("ping", "-c", "1", "-W", "1", address)))
                        .result()
                        .exitStatus()
                == 0;
    }
}
