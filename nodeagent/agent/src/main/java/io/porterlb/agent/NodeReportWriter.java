package io.porterlb.agent;

import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.KubeException;
import io.porterlb.kube.ReportWriter;
import io.porterlb.kube.WriteResult;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Stores the node's report in its PorterNode, which the Node owns: nothing can be stored before the Node is known.
final class NodeReportWriter implements Consumer<NodeReport> {
    private final ReportWriter writer;
    private final String name;
    private volatile @Nullable NodeView node;

    NodeReportWriter(ReportWriter writer, String name) {
        this.writer = writer;
        this.name = name;
    }

    void saw(@Nullable NodeView newest) {
        node = newest;
    }

    /// @throws KubeException if it could not be stored now
    @Override
    public void accept(NodeReport report) {
        NodeView owner = node;
        if (owner == null) {
            throw new KubeException("There is no Node " + name + " that the report could belong to.");
        }
        switch (writer.write(owner, report)) {
            case WriteResult.Written _, WriteResult.Deleted _ -> {}
            case WriteResult.Conflict(String message) -> throw new KubeException(message);
            case WriteResult.AlreadyExists(String message) -> throw new KubeException(message);
            case WriteResult.NotFound(String message) -> throw new KubeException(message);
            case WriteResult.Refused(String message) -> throw new KubeException(message);
        }
    }
}
