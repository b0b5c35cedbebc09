package io.porterlb.agent;

import io.porterlb.agent.report.Reporter;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.NotWrittenException;
import io.porterlb.kube.ReportWriter;
import org.jspecify.annotations.Nullable;

/// Stores the node's report in its PorterNode, which the Node owns: as long as there is no Node, there is nothing to
/// report of.
final class NodeReportWriter implements Reporter.Writer {
    private final ReportWriter writer;
    private volatile @Nullable NodeView node;

    NodeReportWriter(ReportWriter writer) {
        this.writer = writer;
    }

    void saw(@Nullable NodeView newest) {
        node = newest;
    }

    @Override
    public void write(NodeReport report) throws NotWrittenException {
        NodeView owner = node;
        if (owner != null) {
            writer.write(owner, report).orThrow();
        }
    }
}
