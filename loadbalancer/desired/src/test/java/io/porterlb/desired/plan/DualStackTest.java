package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The two addresses of one Service are announced each for itself.
class DualStackTest {
    private static final String FOUR = "192.0.2.7/32";
    private static final String SIX = "2001:db8::7/128";

    private final Cluster cluster = new Cluster();
    private final Eip four = cluster.eip("four", "192.0.2.0/24");
    private final Eip six = cluster.eip("six", "2001:db8::/64");
    private final Service web = cluster.service("default/web")
            .dualStack(IpFamilyPolicy.PREFER_DUAL_STACK, IpFamily.V4)
            .reports("192.0.2.7", "2001:db8::7");

    @BeforeEach
    void cluster() {
        cluster.node("n1", "10.0.0.1");
        cluster.node("n2", "10.0.0.2");
        cluster.record("192.0.2.7", "four", web).record("2001:db8::7", "six", web);
    }

    private List<PlannedRoute> routes(String node) {
        return Planner.plan(cluster.view(), node).routes();
    }

    private List<String> prefixes(String node) {
        return routes(node).stream().map(route -> route.prefix().toString()).toList();
    }

    private void local(EndpointView... endpoints) {
        web.policy = TrafficPolicy.LOCAL;
        cluster.endpoints.put(web.key(), List.of(endpoints));
    }

    private static EndpointView ready(IpFamily family, String node) {
        return new EndpointView(family, Optional.of(node), true, true, false);
    }

    @Test
    void bothAreAnnounced() {
        assertEquals(List.of(FOUR, SIX), prefixes("n1"));
    }

    @Test
    void eachIsAnnouncedByTheProtocolOfItsEip() {
        six.protocol = "layer2";
        assertEquals(List.of(FOUR), prefixes("n1"));
        four.protocol = "layer2";
        six.protocol = "bgp";
        assertEquals(List.of(SIX), prefixes("n1"));
    }

    @Test
    void anAddressThatTheStatusDoesNotShowYetHoldsBackNoOther() {
        web.reports("192.0.2.7");
        assertEquals(List.of(FOUR), prefixes("n1"));
    }

    @Test
    void withPolicyLocalTheEndpointsOfItsFamilyCount() {
        local(ready(IpFamily.V4, "n1"), ready(IpFamily.V6, "n2"));
        assertEquals(List.of(FOUR), prefixes("n1"));
        assertEquals(List.of(SIX), prefixes("n2"));
    }

    /// Else a Pod, which is an endpoint of each family, would count twice.
    @Test
    void bandwidthStandsForTheEndpointsOfItsFamily() {
        four.announce(plain -> new EipAnnouncement(
                plain.policy(),
                OptionalLong.of(1000),
                plain.aggregationLength(),
                plain.aggregationLengthV6(),
                plain.peers(),
                plain.nodeSelector()));
        local(ready(IpFamily.V4, "n1"), ready(IpFamily.V6, "n1"));
        assertEquals(OptionalLong.of(1000), routes("n1").getFirst().linkBandwidth());
    }
}
