package io.porterlb.manager.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.NodeView;
import io.porterlb.manager.ANode;
import io.porterlb.manager.config.CloudConfig;
import io.porterlb.manager.config.Fact;
import io.porterlb.manager.config.Inventory;
import io.porterlb.manager.config.NamePattern;
import io.porterlb.manager.config.NodeRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BareMetalTest {
    private static final BareMetal UNTOLD = new BareMetal(CloudConfig.NONE);

    private static BareMetal inventory(Set<String> nodes, Set<String> shutDown) {
        return new BareMetal(new CloudConfig(List.of(), Optional.of(new Inventory(nodes, shutDown))));
    }

    @Test
    void withoutAnInventoryEveryMachineExistsAndNoneIsShutDown() {
        NodeView node = ANode.named("a").view();
        assertTrue(UNTOLD.instanceExists(node));
        assertFalse(UNTOLD.instanceShutdown(node));
    }

    @Test
    void anInventoryNamesTheMachines() {
        BareMetal metal = inventory(Set.of("a", "b"), Set.of("b"));
        NodeView a = ANode.named("a").view();
        NodeView b = ANode.named("b").view();
        NodeView c = ANode.named("c").view();
        assertEquals(
                List.of(true, true, false),
                List.of(metal.instanceExists(a), metal.instanceExists(b), metal.instanceExists(c)));
        assertEquals(
                List.of(false, true, false),
                List.of(metal.instanceShutdown(a), metal.instanceShutdown(b), metal.instanceShutdown(c)));
    }

    @Test
    void theProviderIdIsTheNodesOwnOrMadeOfItsName() {
        assertEquals(
                "porter://a", UNTOLD.instanceMetadata(ANode.named("a").view()).providerID());
        NodeView owned = ANode.named("a").providerID("metal3://x").view();
        assertEquals("metal3://x", UNTOLD.instanceMetadata(owned).providerID());
    }

    @Test
    void zoneRegionTypeAndLabelsAreThoseOfTheConfig() {
        NodeRule rule = new NodeRule(
                NamePattern.ANY,
                NodeSelector.ALL,
                Optional.of(new Fact.Text("r")),
                Optional.of(new Fact.Text("z")),
                Optional.of(new Fact.Text("t")),
                Map.of("k", new Fact.Text("v")));
        InstanceMetadata found = new BareMetal(new CloudConfig(List.of(rule), Optional.empty()))
                .instanceMetadata(ANode.named("a").view());
        assertEquals(new InstanceMetadata("porter://a", "t", List.of(), "z", "r", Map.of("k", "v")), found);
    }

    @Test
    void theAddressesAreThoseThatTheKubeletWasStartedWithAndThoseThatTheNodeHas() {
        NodeView node = ANode.named("a")
                .annotation(ProvidedIps.ANNOTATION, "192.0.2.1,fd00::1")
                .addresses("ExternalIP", "fd00:0::1", "Hostname", "192.0.2.1")
                .view();
        assertEquals(
                List.of(
                        new NodeAddress("InternalIP", "192.0.2.1"),
                        new NodeAddress("ExternalIP", "fd00:0::1"),
                        new NodeAddress("Hostname", "192.0.2.1")),
                UNTOLD.instanceMetadata(node).nodeAddresses());
    }

    @Test
    void addressesThatCannotBeReadAreNone() {
        NodeView node = ANode.named("a")
                .annotation(ProvidedIps.ANNOTATION, "nonsense")
                .addresses("Hostname", "a")
                .view();
        assertEquals(
                List.of(new NodeAddress("Hostname", "a")),
                UNTOLD.instanceMetadata(node).nodeAddresses());
    }
}
