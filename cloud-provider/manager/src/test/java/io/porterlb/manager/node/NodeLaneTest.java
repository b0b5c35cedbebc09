package io.porterlb.manager.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.desired.view.NodeView;
import io.porterlb.manager.ANode;
import io.porterlb.manager.cloud.BareMetal;
import io.porterlb.manager.cloud.InstancesV2;
import io.porterlb.manager.config.CloudConfig;
import io.porterlb.manager.config.Inventory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NodeLaneTest {
    private static final InstancesV2 METAL = new BareMetal(CloudConfig.NONE);

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final List<String> submitted = new ArrayList<>();
    private int plans;
    private final NodeLane<String> lane = new NodeLane<>("test", 1, this::plan, due -> {
        submitted.add(due);
        return () -> done.add(due);
    });

    /// Due is what the label says.
    private Map<String, String> plan(Map<String, NodeView> nodes, InstancesV2 instances) {
        plans++;
        Map<String, String> due = new HashMap<>();
        nodes.forEach((name, node) -> due.put(name, name + node.labels().get("due")));
        return due;
    }

    @AfterEach
    void close() {
        lane.close();
    }

    private static Map<String, NodeView> nodes(String a, String b) {
        return Map.of(
                "a", ANode.named("a").label("due", a).view(),
                "b", ANode.named("b").label("due", b).view());
    }

    private Set<String> two() throws InterruptedException {
        String first = done.take();
        return Set.of(first, done.take());
    }

    @Test
    void onlyANodeForWhichSomethingElseIsDueIsWorkedOn() throws InterruptedException {
        lane.apply(nodes("1", "1"), METAL);
        assertEquals(Set.of("a1", "b1"), two());
        submitted.clear();
        lane.apply(nodes("1", "2"), METAL);
        lane.apply(nodes("3", "2"), METAL);
        assertEquals(List.of("b2", "a3"), submitted);
        assertEquals(Set.of("b2", "a3"), two());
    }

    @Test
    void nothingIsWorkedOutWhileNeitherNodesNorMachinesChange() {
        Map<String, NodeView> nodes = nodes("1", "1");
        lane.apply(nodes, METAL);
        lane.apply(nodes, new BareMetal(CloudConfig.NONE));
        assertEquals(1, plans);
        Inventory inventory = new Inventory(Set.of("a"), Set.of());
        lane.apply(nodes, new BareMetal(new CloudConfig(List.of(), Optional.of(inventory))));
        assertEquals(2, plans);
        lane.apply(nodes("1", "1"), METAL);
        assertEquals(3, plans);
    }
}
