package io.porterlb.manager.node;

import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.NodeChange;
import io.porterlb.kube.NodeWriter;
import io.porterlb.kube.NotWrittenException;
import io.porterlb.kube.ObjectRef;
import io.porterlb.kube.WriteResult;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.manager.cloud.InstancesV2;
import io.porterlb.manager.event.Announcer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Kubernetes' controller of this name (`k8s.io/cloud-provider/controllers/node`): it initializes the Nodes of
/// kubelets under `--cloud-provider=external`, and keeps the addresses of all. It acts when a Node or what is
/// known of its machine has changed. Used by the manager's loop only; the writing is done elsewhere.
public final class CloudNodeController implements AutoCloseable {
    private final NodeWriter writer;
    private final Announcer announcer;
    private final NodeLane<Due> lane;
    private volatile Consumer<NodeView> whenInitialized = _ -> {};

    /// @param parallel how many Nodes are written to at once, at least 1
    public CloudNodeController(NodeWriter writer, Announcer announcer, int parallel) {
        this.writer = writer;
        this.announcer = announcer.as("cloud-node-controller");
        this.lane = new NodeLane<>("node", parallel, CloudNodeController::plan, due -> () -> follow(due));
    }

    /// What is due for one Node.
    ///
    /// @param instances what it was worked out from
    private record Due(NodeView node, NodeSync sync, InstancesV2 instances) {}

    /// Starts what is due.
    public void apply(Map<String, NodeView> nodes, InstancesV2 instances) {
        lane.apply(nodes, instances);
    }

    private static Map<String, Due> plan(Map<String, NodeView> nodes, InstancesV2 instances) {
        Map<String, Due> due = HashMap.newHashMap(nodes.size());
        nodes.forEach((name, node) -> due.put(name, new Due(node, sync(node, instances), instances)));
        return due;
    }

    private static NodeSync sync(NodeView node, InstancesV2 instances) {
        return NodeSync.of(node, instances.instanceMetadata(node));
    }

    private void follow(Due due) throws NotWrittenException {
        ObjectRef about = ObjectRef.of(due.node());
        switch (due.sync()) {
            case NodeSync.Refused(String sentence) -> announcer.warn(about, "ProvidedNodeIPUnusable", sentence);
            case NodeSync.Write(NodeChange change) -> {
                announcer.well(about);
                if (!change.equals(NodeChange.NONE)) {
                    write(due, about);
                }
            }
        }
    }

    private void write(Due due, ObjectRef about) throws NotWrittenException {
        WriteResult result = writer.change(due.node(), now -> change(sync(now, due.instances())));
        result.orThrowUnlessGone();
        if (result instanceof WriteResult.Written && NodeSync.isUninitialized(due.node())) {
            announcer.say(about, "Synced", "Node synced successfully");
            whenInitialized.accept(due.node());
        }
    }

    private static NodeChange change(NodeSync sync) {
        return switch (sync) {
            case NodeSync.Write(NodeChange change) -> change;
            case NodeSync.Refused _ -> NodeChange.NONE;
        };
    }

    /// Has the listener told, on any thread, of each Node that has lost the taint `uninitialized`.
    public void listen(Consumer<NodeView> initialized) {
        whenInitialized = initialized;
    }

    /// For those who count what it does.
    public KeyedQueue<String> queue() {
        return lane.queue();
    }

    @Override
    public void close() {
        lane.close();
    }
}
