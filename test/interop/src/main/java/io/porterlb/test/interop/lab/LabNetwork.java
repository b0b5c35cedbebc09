package io.porterlb.test.interop.lab;

import io.porterlb.test.cluster.fabric.FabricBuilder;
import io.porterlb.test.cluster.fabric.Topology;
import io.porterlb.test.cluster.fabric.Topology.Cable;
import io.porterlb.test.cluster.fabric.Topology.Host;
import io.porterlb.test.cluster.network.Link;
import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.network.NetworkNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One segment, a switch, with everybody on it. IPv6 addresses are usable at once.
///
/// ```
/// node ── switch ── router1
///             └──── router2
/// ```
final class LabNetwork {
    /// Of everybody's interface to the segment.
    static final String DEVICE = "eth0";

    private static final String SWITCH = "switch";

    private final Names names;

    LabNetwork(Names names) {
        this.names = names;
    }

    void create() {
        var hosts = new ArrayList<Host>(List.of(Host.segment(SWITCH)));
        Stream.of(Seat.values()).forEach(seat -> hosts.add(Host.of(seat.role(), List.of())));
        List<Cable> cables = Stream.of(Seat.values())
                .map(seat -> Topology.under(SWITCH, seat.role(), DEVICE, seat.interfaceAddresses()))
                .toList();
        new FabricBuilder(new Topology(hosts, cables, List.of()), names).build();
    }

    NetworkNamespace namespace(Seat seat) {
        return names.namespace(seat.role());
    }

    /// The cable between a seat and the switch; it is cut at the switch, where the port has the seat's role as its
    /// name.
    Link link(Seat seat) {
        var near = new Link.End(seat.role(), namespace(seat), DEVICE);
        var far = new Link.End(SWITCH, names.namespace(SWITCH), seat.role());
        return new Link(seat.role() + "-" + SWITCH, near, far, far);
    }
}
