package io.porterlb.manager.node;

import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.KubeException;
import io.porterlb.kube.NodeWriter;
import io.porterlb.kube.NotWrittenException;
import io.porterlb.kube.ObjectRef;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.manager.cloud.InstancesV2;
import io.porterlb.manager.event.Announcer;
import java.util.Map;
import java.util.Objects;

/// Kubernetes' controller of this name (`k8s.io/cloud-provider/controllers/nodelifecycle`): it deletes Nodes
/// whose machines are gone for good, and taints those whose machines are turned off. It acts when a Node or
/// what is known of its machine has changed. Used by the manager's loop only; the writing is done elsewhere.
public final class NodeLifecycleController implements AutoCloseable {
    private final NodeWriter writer;
    private final Announcer announcer;
    private final NodeLane<NodeLifecycle> lane;

    /// @param parallel how many Nodes are written to at once, at least 1
    public NodeLifecycleController(NodeWriter writer, Announcer announcer, int parallel) {
        this.writer = writer;
        this.announcer = announcer.as("cloud-node-lifecycle-controller");
        this.lane = new NodeLane<>("node life cycle", parallel, NodeLifecycle::plan, due -> () -> follow(due));
    }

    /// Starts what is due.
    public void apply(Map<String, NodeView> nodes, InstancesV2 instances) {
        lane.apply(nodes, instances);
    }

    private void follow(NodeLifecycle due) throws NotWrittenException {
        switch (due) {
            case NodeLifecycle.Leave(NodeView node) -> announcer.well(ObjectRef.of(node));
            case NodeLifecycle.Retaint(NodeView node, InstancesV2 instances) ->
                writer.change(node, now -> NodeLifecycle.taints(now, instances)).orThrowUnlessGone();
            case NodeLifecycle.Delete(NodeView node) -> delete(node);
            case NodeLifecycle.Withhold(NodeView node, int missing, int nodes) ->
                failed(
                        node,
                        ("the cloud provider does not know %d of %d nodes, which is more than half, so none is deleted;"
                                        + " correct its inventory, or delete nodes with kubectl")
                                .formatted(missing, nodes));
        }
    }

    private void delete(NodeView node) throws NotWrittenException {
        announcer.say(
                ObjectRef.of(node),
                "DeletingNode",
                "Deleting node " + node.name() + " because it does not exist in the cloud provider");
        try {
            writer.delete(node).orThrowUnlessGone();
        } catch (NotWrittenException | KubeException e) {
            failed(node, Objects.requireNonNullElse(e.getMessage(), e.toString()));
            throw e;
        }
    }

    private void failed(NodeView node, String why) {
        announcer.warn(ObjectRef.of(node), "DeletingNodeFailed", "Failed deleting node " + node.name() + ": " + why);
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
