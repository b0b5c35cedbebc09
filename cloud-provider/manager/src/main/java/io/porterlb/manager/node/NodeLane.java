package io.porterlb.manager.node;

import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import io.porterlb.kube.work.Task;
import io.porterlb.manager.cloud.InstancesV2;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Has a Node worked on when what is due for it has changed, and looks for that only when a Node or what is
/// known of the machines has: one Node at a time by one thread, different ones side by side. Used by one
/// thread.
///
/// @param <W> what is due for one Node, also where that is nothing; with value equality
final class NodeLane<W> implements AutoCloseable {
    private final BiFunction<Map<String, NodeView>, InstancesV2, Map<String, W>> plan;
    private final Function<W, Task> task;
    private final KeyedQueue<String> queue;
    private Map<String, NodeView> lastNodes = Map.of();
    private @Nullable InstancesV2 lastInstances;
    private Map<String, W> lastDue = Map.of();

    /// @param parallel how many Nodes are worked on at once, at least 1
    /// @param plan works out what is due for every Node, by name
    /// @param task does it
    NodeLane(
            String name,
            int parallel,
            BiFunction<Map<String, NodeView>, InstancesV2, Map<String, W>> plan,
            Function<W, Task> task) {
        this.plan = plan;
        this.task = task;
        this.queue = new KeyedQueue<>(name, parallel, Pace.PROMPT);
    }

    @SuppressWarnings("ReferenceEquality") // views share the maps of kinds in which nothing changed
    void apply(Map<String, NodeView> nodes, InstancesV2 instances) {
        if (nodes != lastNodes || !instances.equals(lastInstances)) {
            submit(plan.apply(nodes, instances));
            lastNodes = nodes;
            lastInstances = instances;
        }
    }

    /// What was due before and has failed so far is given up for what is due now.
    private void submit(Map<String, W> due) {
        due.forEach((node, work) -> {
            if (!work.equals(lastDue.get(node))) {
                queue.submit(node, task.apply(work));
            }
        });
        lastDue = due;
    }

    KeyedQueue<String> queue() {
        return queue;
    }

    @Override
    public void close() {
        queue.close();
    }
}
