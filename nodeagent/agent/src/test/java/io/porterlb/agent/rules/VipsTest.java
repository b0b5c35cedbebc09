package io.porterlb.agent.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.VipPlan;
import io.porterlb.desired.view.ServicePort;
import io.porterlb.rules.Port;
import io.porterlb.rules.Protocol;
import io.porterlb.rules.Vip;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VipsTest {
    private static final IpAddress ADDRESS = IpAddress.of("198.51.100.7");

    @Test
    void anAddressKeepsItsPortsOfAllProtocols() {
        List<ServicePort> ports = List.of(
                new ServicePort("SCTP", 9), //
                new ServicePort("TCP", 53),
                new ServicePort("UDP", 53));
        NodePlan plan = new NodePlan(
                "n",
                Optional.empty(),
                List.of(),
                Layer2Plan.NONE,
                List.of(new VipPlan(ADDRESS, ports)),
                Map.of(),
                List.of());
        Set<Port> wanted = Set.of(new Port(Protocol.SCTP, 9), new Port(Protocol.TCP, 53), new Port(Protocol.UDP, 53));
        assertEquals(Set.of(new Vip(ADDRESS, wanted)), Vips.of(plan));
    }
}
