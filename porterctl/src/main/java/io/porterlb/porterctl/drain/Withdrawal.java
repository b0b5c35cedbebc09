package io.porterlb.porterctl.drain;

import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.kube.NodeDrains;
import io.porterlb.kube.work.Until;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;

/// Waits until a node's agent reports that it announces nothing any more.
record Withdrawal(NodeDrains drains, String node) {
    /// Says how it ended.
    ///
    /// @return whether nothing is announced, as far as is known
    boolean await(Duration patience, CommandLine command) throws InterruptedException {
        OptionalInt before = announced(); // the agent's notice to routers takes longer than getting here
        boolean gone = Until.yes(patience, () -> announced().orElse(0) == 0);
        if (gone) {
            command.getOut().println("node " + node + done(before));
        } else {
            command.getErr().println("porterctl drain: node " + node + late(patience));
        }
        return gone;
    }

    private static String done(OptionalInt before) {
        if (before.isEmpty()) {
            return ": no agent reports from it, so nothing is announced";
        }
        return before.getAsInt() == 0 ? " announces nothing" : " announces " + routes(before.getAsInt()) + " no more";
    }

    private String late(Duration patience) {
        return " still announces " + routes(announced().orElse(0)) + " after " + patience.toSeconds()
                + " s, by what its agent reports: is that running, or do the routes lead to other nodes? See kubectl get"
                + " porternode " + node + " -o yaml.";
    }

    /// How many routes the node's routers have of it, as its agent reports; empty where none does.
    private OptionalInt announced() {
        Optional<NodeReport> report = drains.report(node);
        return report.isEmpty() ? OptionalInt.empty() : OptionalInt.of(routesSent(report.get()));
    }

    private static int routesSent(NodeReport report) {
        return report.sessions().stream()
                .mapToInt(SessionReport::routesSent)
                .max()
                .orElse(0);
    }

    private static String routes(int count) {
        return count == 1 ? "1 route" : count + " routes";
    }
}
