package io.porterlb.manager.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.view.NodeAddress;
import io.porterlb.manager.ANode;
import io.porterlb.manager.cloud.ProvidedIps;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeAddressesTest {
    private static final NodeAddress V4 = new NodeAddress("InternalIP", "192.0.2.1");
    private static final NodeAddress OTHER_V4 = new NodeAddress("InternalIP", "192.0.2.2");
    private static final NodeAddress V6 = new NodeAddress("InternalIP", "fd00::1");
    private static final NodeAddress OUTSIDE = new NodeAddress("ExternalIP", "203.0.113.1");
    private static final NodeAddress NAME = new NodeAddress("Hostname", "a");

    private static List<NodeAddress> wanted(ANode node, NodeAddress... known) {
        return assertInstanceOf(NodeAddresses.Wanted.class, NodeAddresses.of(node.view(), List.of(known)))
                .addresses();
    }

    private static ANode provided(String ips) {
        return ANode.named("a").annotation(ProvidedIps.ANNOTATION, ips);
    }

    @Test
    void withoutTheAnnotationTheyAreThoseOfTheProvider() {
        assertEquals(List.of(OTHER_V4, V4, NAME), wanted(ANode.named("a"), OTHER_V4, V4, NAME));
    }

    @Test
    void theHostNameIsCarriedOverUnlessTheProviderHasOne() {
        ANode node = ANode.named("a").addresses("Hostname", "a", "InternalIP", "192.0.2.9");
        assertEquals(List.of(V4, NAME), wanted(node, V4));
        NodeAddress told = new NodeAddress("Hostname", "told");
        assertEquals(List.of(V4, told), wanted(node, V4, told));
    }

    @Test
    void aProviderThatKnowsNoneChangesNothing() {
        assertEquals(List.of(), wanted(ANode.named("a").addresses("Hostname", "a")));
    }

    @Test
    void theProvidedOnesComeFirstAndAreTheOnlyOnesOfTheirType() {
        assertEquals(List.of(V4, OUTSIDE, NAME), wanted(provided("192.0.2.1"), OUTSIDE, OTHER_V4, V4, V6, NAME));
        assertEquals(List.of(V6, V4, OUTSIDE), wanted(provided("fd00::1,192.0.2.1"), OUTSIDE, OTHER_V4, V4, V6));
        assertEquals(List.of(OUTSIDE, V4), wanted(provided("203.0.113.1"), V4, OUTSIDE));
    }

    @Test
    void twoWaysOfWritingOneAddressAreOne() {
        NodeAddress long6 = new NodeAddress("InternalIP", "fd00:0:0::1");
        assertEquals(List.of(long6), wanted(provided("fd00::1"), long6, V4));
    }

    @Test
    void anAddressThatIsThereTwiceIsWrittenOnce() {
        assertEquals(List.of(V4, NAME), wanted(ANode.named("a"), V4, V4, NAME, NAME));
    }

    @Test
    void aProvidedAddressThatTheProviderDoesNotKnowCannotBeUsed() {
        var node = provided("192.0.2.7").view();
        String sentence = assertInstanceOf(NodeAddresses.Unusable.class, NodeAddresses.of(node, List.of(V4)))
                .sentence();
        assertTrue(sentence.contains("192.0.2.7"), sentence);
    }
}
