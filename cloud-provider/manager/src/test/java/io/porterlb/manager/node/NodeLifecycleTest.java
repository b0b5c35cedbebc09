package io.porterlb.manager.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import io.porterlb.kube.NodeChange;
import io.porterlb.manager.ANode;
import io.porterlb.manager.cloud.BareMetal;
import io.porterlb.manager.cloud.InstancesV2;
import io.porterlb.manager.config.CloudConfig;
import io.porterlb.manager.config.Inventory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NodeLifecycleTest {
    private static final InstancesV2 NO_INVENTORY = new BareMetal(CloudConfig.NONE);

    private static InstancesV2 inventory(Set<String> nodes, String... shutDown) {
        Inventory inventory = new Inventory(nodes, Set.of(shutDown));
        return new BareMetal(new CloudConfig(List.of(), Optional.of(inventory)));
    }

    private static Map<String, NodeLifecycle> plan(InstancesV2 instances, ANode... nodes) {
        Map<String, NodeView> views =
                Arrays.stream(nodes).map(ANode::view).collect(Collectors.toMap(NodeView::name, Function.identity()));
        return NodeLifecycle.plan(views, instances);
    }

    private static ANode down(String name) {
        return ANode.named(name).is(Readiness.NOT_READY);
    }

    private static ANode up(String name) {
        return ANode.named(name);
    }

    @ParameterizedTest
    @EnumSource(
            value = Readiness.class,
            names = {"NOT_READY", "SHUTTING_DOWN", "UNKNOWN"})
    void aNodeThatIsNotReadyAndNotInTheInventoryIsDeleted(Readiness readiness) {
        ANode lost = ANode.named("b").is(readiness);
        var due = plan(inventory(Set.of("a")), up("a"), lost);
        assertEquals(
                Map.of("a", new NodeLifecycle.Leave(up("a").view()), "b", new NodeLifecycle.Delete(lost.view())), due);
    }

    @Test
    void aReadyNodeIsNeverDeleted() {
        assertEquals(
                new NodeLifecycle.Leave(up("b").view()),
                plan(inventory(Set.of("a")), up("a"), up("b")).get("b"));
    }

    @Test
    void withoutAnInventoryNoNodeIsDeletedOrTainted() {
        var due = plan(NO_INVENTORY, down("a"), down("b").is(Readiness.UNKNOWN));
        assertInstanceOf(NodeLifecycle.Leave.class, due.get("a"));
        assertInstanceOf(NodeLifecycle.Leave.class, due.get("b"));
    }

    @Test
    void aNodeThatIsBeingDeletedIsLeftAlone() {
        var due = plan(inventory(Set.of("a")), up("a"), down("b").deleting());
        assertInstanceOf(NodeLifecycle.Leave.class, due.get("b"));
    }

    @Test
    void anInventoryThatLacksMoreThanHalfOfTheNodesDeletesNone() {
        var half = plan(inventory(Set.of("a", "b")), up("a"), up("b"), down("c"), down("d"));
        assertInstanceOf(NodeLifecycle.Delete.class, half.get("c"));
        assertInstanceOf(NodeLifecycle.Delete.class, half.get("d"));
        ANode c = down("c");
        var more = plan(inventory(Set.of("a")), up("a"), up("b"), c);
        assertEquals(new NodeLifecycle.Withhold(c.view(), 2, 3), more.get("c"));
        assertInstanceOf(
                NodeLifecycle.Withhold.class,
                plan(inventory(Set.of("x")), down("a")).get("a"));
    }

    @Test
    void aMachineThatIsShutDownIsTaintedOnceItsNodeIsNotReady() {
        InstancesV2 instances = inventory(Set.of("a", "b"), "a");
        NodeChange taint = NodeChange.taint(NodeLifecycle.SHUTDOWN);
        assertInstanceOf(
                NodeLifecycle.Retaint.class, plan(instances, down("a"), up("b")).get("a"));
        assertEquals(taint, NodeLifecycle.taints(down("a").view(), instances));
        assertEquals(NodeChange.NONE, NodeLifecycle.taints(down("b").view(), instances));
        assertEquals(NodeChange.NONE, NodeLifecycle.taints(up("a").view(), instances));
    }

    @Test
    void theTaintIsPutOnOnceAndStaysUntilTheNodeIsReady() {
        ANode tainted = down("a").taint(NodeLifecycle.SHUTDOWN.key());
        assertEquals(NodeChange.NONE, NodeLifecycle.taints(tainted.view(), inventory(Set.of("a"), "a")));
        assertEquals(NodeChange.NONE, NodeLifecycle.taints(tainted.view(), inventory(Set.of("a"))));
        assertEquals(
                NodeChange.untaint(NodeLifecycle.SHUTDOWN.key()),
                NodeLifecycle.taints(tainted.is(Readiness.READY).view(), inventory(Set.of("a"), "a")));
    }
}
