package io.porterlb.manager.node;

import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.NodeWriter;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import java.util.Collection;

/// Makes new Nodes schedulable: takes away the taint with which a kubelet under `--cloud-provider=external` registers.
public final class NodeInitializer implements AutoCloseable {
    private final NodeWriter writer;
    private final KeyedQueue<String> queue;

    /// @param parallel Nodes that are worked on at a time
    public NodeInitializer(NodeWriter writer, int parallel) {
        this.writer = writer;
        this.queue = new KeyedQueue<>("node", parallel, Pace.PROMPT);
    }

    /// For those who count what it does.
    public KeyedQueue<String> queue() {
        return queue;
    }

    public void initialize(Collection<NodeView> nodes) {
        nodes.stream()
                .filter(node -> node.taints().contains(NodeWriter.UNINITIALIZED))
                .forEach(node -> queue.submit(node.name(), () -> writer.removeUninitializedTaint(node.name())));
    }

    @Override
    public void close() {
        queue.close();
    }
}
