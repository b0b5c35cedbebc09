package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import io.porterlb.desired.view.ServicePort;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which addresses the kernels of nodes have to know.
class VipsTest {
    private final Cluster cluster = new Cluster();
    private final Eip eip = cluster.eip("a", "198.51.100.0/24");
    private final Service web =
            cluster.service("default/web").ports(443, 80).shares("k").reports("198.51.100.7");

    VipsTest() {
        cluster.record("198.51.100.7", "a", web);
        cluster.node("n1", "192.0.2.11");
    }

    private List<VipPlan> vips() {
        return Planner.plan(cluster.view(), "n1").vips();
    }

    private static VipPlan vip(String address, Integer... ports) {
        return new VipPlan(
                IpAddress.of(address),
                Arrays.stream(ports).map(port -> new ServicePort("TCP", port)).toList());
    }

    @Test
    void anAddressHasThePortsOfItsServiceInOrder() {
        assertEquals(List.of(vip("198.51.100.7", 80, 443)), vips());
    }

    @Test
    void anAddressThatIsSharedHasThePortsOfAllItsServices() {
        Service dns = cluster.service("default/dns").shares("k").reports("198.51.100.7");
        dns.ports = Set.of(new ServicePort("UDP", 53));
        cluster.record("198.51.100.7", "a", web, dns);
        assertEquals(
                List.of(
                        new ServicePort("TCP", 80), //
                        new ServicePort("TCP", 443),
                        new ServicePort("UDP", 53)),
                vips().getFirst().ports());
    }

    @Test
    void addressesAreInOrderAndOfBothFamilies() {
        Service both = cluster.service("default/both").reports("2001:db8::1", "198.51.100.1");
        cluster.record("2001:db8::1", "six", both).record("198.51.100.1", "a", both);
        assertEquals(List.of(vip("198.51.100.1", 80), vip("198.51.100.7", 80, 443), vip("2001:db8::1", 80)), vips());
    }

    @Test
    void everyNodeKnowsThemWhetherItTakesTrafficOrNot() {
        cluster.node("n1", "192.0.2.11", Map.of(Eligibility.EXCLUDE_LABEL, ""));
        web.policy = TrafficPolicy.LOCAL; // and no endpoint at all
        assertEquals(List.of(vip("198.51.100.7", 80, 443)), vips());
    }

    @Test
    void theProtocolOfTheEipDoesNotMatter() {
        eip.protocol = "layer2";
        assertEquals(List.of(vip("198.51.100.7", 80, 443)), vips());
    }

    @Test
    void anAddressThatAnotherProxyServesIsLeftToIt() {
        Service other = cluster.service("default/other").shares("k").reports("198.51.100.7");
        cluster.record("198.51.100.7", "a", web, other);
        other.labels.put(Vips.PROXY_LABEL, "cilium");
        assertEquals(List.of(), vips());
    }

    @Test
    void whatIsReleasedIsKnownNoLonger() {
        web.reports();
        assertEquals(List.of(), vips());
    }

    @Test
    void whatTheKernelHasToKnowIsPartOfThePlansHash() {
        String before = Planner.plan(cluster.view(), "n1").hash();
        web.ports(80);
        assertNotEquals(before, Planner.plan(cluster.view(), "n1").hash());
    }
}
