package io.porterlb.manager.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.NodeChange;
import io.porterlb.manager.ANode;
import io.porterlb.manager.cloud.BareMetal;
import io.porterlb.manager.cloud.InstanceMetadata;
import io.porterlb.manager.cloud.ProvidedIps;
import io.porterlb.manager.config.CloudConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeSyncTest {
    private static final InstanceMetadata FULL = new InstanceMetadata(
            "porter://a", "t", List.of(), "z", "r", Map.of("example.com/a", "1", "example.com/b", "2"));
    private static final InstanceMetadata NOTHING = new InstanceMetadata("porter://a", "", List.of(), "", "", Map.of());

    private static ANode fresh() {
        return ANode.named("a").taint(NodeSync.UNINITIALIZED);
    }

    private static NodeChange change(NodeView node, InstanceMetadata instance) {
        return assertInstanceOf(NodeSync.Write.class, NodeSync.of(node, instance))
                .change();
    }

    @Test
    void aFreshNodeGetsProviderIdLabelsUnderBothNamesAndLosesTheTaint() {
        NodeChange expected = new NodeChange(
                Optional.of("porter://a"),
                Map.of(
                        "node.kubernetes.io/instance-type", "t",
                        "beta.kubernetes.io/instance-type", "t",
                        "topology.kubernetes.io/zone", "z",
                        "failure-domain.beta.kubernetes.io/zone", "z",
                        "topology.kubernetes.io/region", "r",
                        "failure-domain.beta.kubernetes.io/region", "r",
                        "example.com/a", "1",
                        "example.com/b", "2"),
                Set.of(NodeSync.UNINITIALIZED),
                Set.of(),
                Optional.empty());
        assertEquals(expected, change(fresh().view(), FULL));
    }

    @Test
    void whatIsNotKnownBecomesNoLabel() {
        assertEquals(Map.of(), change(fresh().view(), NOTHING).labels());
    }

    @Test
    void aProviderIdThatIsThereIsNeverReplaced() {
        NodeView node = fresh().providerID("metal3://x").view();
        assertEquals(Optional.empty(), change(node, FULL).providerID());
    }

    @Test
    void additionalLabelsOverwriteNothingAndNeverBelongToKubernetes() {
        InstanceMetadata instance = new InstanceMetadata(
                "porter://a",
                "",
                List.of(),
                "",
                "",
                Map.of("example.com/a", "1", "example.com/b", "2", "node.kubernetes.io/x", "3", "k8s.io/y", "4"));
        NodeView node = fresh().label("example.com/a", "mine").view();
        assertEquals(Map.of("example.com/b", "2"), change(node, instance).labels());
    }

    @Test
    void zoneRegionAndTypeReplaceWhatTheKubeletSaid() {
        NodeView node = fresh().label("topology.kubernetes.io/zone", "old").view();
        assertEquals("z", change(node, FULL).labels().get("topology.kubernetes.io/zone"));
    }

    @Test
    void whatTheKubeletWasStartedWithBecomesTheAddressesOfAFreshNode() {
        NodeView node = fresh().annotation(ProvidedIps.ANNOTATION, "fd00::1,192.0.2.1")
                .addresses("Hostname", "a")
                .view();
        assertEquals(
                Optional.of(List.of(
                        new NodeAddress("InternalIP", "fd00::1"),
                        new NodeAddress("InternalIP", "192.0.2.1"),
                        new NodeAddress("Hostname", "a"))),
                change(node, metal(node)).addresses());
    }

    private static InstanceMetadata metal(NodeView node) {
        return new BareMetal(CloudConfig.NONE).instanceMetadata(node);
    }

    @Test
    void aFreshNodeWhoseAddressCannotBeUsedStaysTainted() {
        NodeView node = fresh().annotation(ProvidedIps.ANNOTATION, "127.0.0.1").view();
        String sentence = assertInstanceOf(NodeSync.Refused.class, NodeSync.of(node, metal(node)))
                .sentence();
        assertTrue(
                sentence.contains("Node a") && sentence.contains("127.0.0.1") && sentence.contains("--node-ip"),
                sentence);
    }

    @Test
    void anInitializedNodeIsGivenNothingOfTheConfig() {
        assertEquals(NodeChange.NONE, change(ANode.named("a").view(), FULL));
    }

    @Test
    void onAnInitializedNodeTheOldNameOfALabelRulesTheNewOne() {
        NodeView node = ANode.named("a")
                .label("failure-domain.beta.kubernetes.io/zone", "z")
                .label("topology.kubernetes.io/zone", "other")
                .label("failure-domain.beta.kubernetes.io/region", "r")
                .label("beta.kubernetes.io/instance-type", "t")
                .label("node.kubernetes.io/instance-type", "t")
                .view();
        assertEquals(
                Map.of("topology.kubernetes.io/zone", "z", "topology.kubernetes.io/region", "r"),
                change(node, NOTHING).labels());
    }

    @Test
    void withoutTheOldNameTheNewOneIsLeftAlone() {
        NodeView node =
                ANode.named("a").label("topology.kubernetes.io/zone", "z").view();
        assertEquals(NodeChange.NONE, change(node, NOTHING));
    }

    @Test
    void anInitializedNodeFollowsAnAddressThatItsKubeletWasStartedWithLater() {
        NodeView node = ANode.named("a")
                .annotation(ProvidedIps.ANNOTATION, "192.0.2.2")
                .addresses("InternalIP", "192.0.2.1", "Hostname", "a")
                .view();
        assertEquals(
                Optional.of(List.of(new NodeAddress("InternalIP", "192.0.2.2"), new NodeAddress("Hostname", "a"))),
                change(node, metal(node)).addresses());
    }

    @Test
    void aDualStackNodeThatIsAsItShouldBeIsNotWritten() {
        NodeView node = ANode.named("a")
                .annotation(ProvidedIps.ANNOTATION, "192.0.2.1,fd00::1")
                .addresses("InternalIP", "192.0.2.1", "InternalIP", "fd00::1", "Hostname", "a")
                .view();
        assertEquals(NodeChange.NONE, change(node, metal(node)));
    }

    @Test
    void theOrderOfAddressesOfOneTypeIsKeptTrueAndThatOfTypesLeftToOthers() {
        ANode node = ANode.named("a").annotation(ProvidedIps.ANNOTATION, "192.0.2.1,fd00::1");
        NodeView types = node.addresses("Hostname", "a", "InternalIP", "192.0.2.1", "InternalIP", "fd00::1")
                .view();
        assertEquals(NodeChange.NONE, change(types, metal(types)));
        NodeView turned = ANode.named("a")
                .annotation(ProvidedIps.ANNOTATION, "fd00::1,192.0.2.1")
                .addresses("InternalIP", "192.0.2.1", "InternalIP", "fd00::1")
                .view();
        assertEquals(
                Optional.of(
                        List.of(new NodeAddress("InternalIP", "fd00::1"), new NodeAddress("InternalIP", "192.0.2.1"))),
                change(turned, metal(turned)).addresses());
    }

    @Test
    void onAnInitializedNodeAnAddressThatCannotBeUsedChangesNoAddress() {
        NodeView node = ANode.named("a")
                .annotation(ProvidedIps.ANNOTATION, "nonsense")
                .addresses("InternalIP", "192.0.2.1")
                .view();
        assertEquals(NodeChange.NONE, change(node, metal(node)));
    }
}
