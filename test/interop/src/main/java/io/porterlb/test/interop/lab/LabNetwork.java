package io.porterlb.test.interop.lab;

import io.porterlb.test.cluster.fabric.FabricBuilder;
import io.porterlb.test.cluster.fabric.Topology;
import io.porterlb.test.cluster.fabric.Topology.Cable;
import io.porterlb.test.cluster.fabric.Topology.Host;
import io.porterlb.test.cluster.fabric.Topology.Port;
import io.porterlb.test.cluster.network.Link;
import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.network.NetworkNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One segment, a switch, with everybody on it but the far router. IPv6 addresses are usable at once.
///
/// ```
/// node ── switch ── router1
///             ├──── router2
///             └──── hop ──── far
/// ```
final class LabNetwork {
    /// Of everybody's interface. No name that the machine itself may have: the JDK looks up IPv6 addresses in
    /// `/proc/net`, which is of the namespace that the process's first thread is in.
    static final String DEVICE = "lab0";

    private static final String SWITCH = "switch";
    private static final String HOP = "hop";
    private static final int HOPS_NUMBER = 21;

    private final Names names;

    LabNetwork(Names names) {
        this.names = names;
    }

    void create() {
        var hosts = new ArrayList<>(List.of(Host.segment(SWITCH), Host.of(HOP, List.of())));
        Stream.of(Seat.values()).forEach(seat -> hosts.add(Host.of(seat.role(), routes(seat))));
        new FabricBuilder(new Topology(hosts, cables(), List.of()), names).build();
    }

    private static List<String> routes(Seat seat) {
        return seat.isNear()
                ? Subnet.FAR.routesVia(Subnet.NEAR, HOPS_NUMBER)
                : Subnet.NEAR.routesVia(Subnet.FAR, HOPS_NUMBER);
    }

    private static List<Cable> cables() {
        var cables = new ArrayList<Cable>();
        Stream.of(Seat.values())
                .filter(Seat::isNear)
                .forEach(seat -> cables.add(toSwitch(seat.role(), seat.interfaceAddresses())));
        cables.add(toSwitch(HOP, Subnet.NEAR.interfaceAddresses(HOPS_NUMBER)));
        Seat far = Seat.FAR_ROUTER;
        cables.add(new Cable(
                far.role() + "-" + HOP,
                new Port(far.role(), DEVICE, far.interfaceAddresses()),
                new Port(HOP, far.role(), Subnet.FAR.interfaceAddresses(HOPS_NUMBER))));
        return cables;
    }

    private static Cable toSwitch(String role, List<String> addresses) {
        return Topology.under(SWITCH, role, DEVICE, addresses);
    }

    NetworkNamespace namespace(Seat seat) {
        return names.namespace(seat.role());
    }

    /// The cable of a seat. It is cut at its other end, where the port has the seat's role as its name.
    Link link(Seat seat) {
        String other = seat.isNear() ? SWITCH : HOP;
        var near = new Link.End(seat.role(), namespace(seat), DEVICE);
        var far = new Link.End(other, names.namespace(other), seat.role());
        return new Link(seat.role() + "-" + other, near, far, far);
    }
}
