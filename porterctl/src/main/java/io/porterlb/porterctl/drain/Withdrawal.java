package io.porterlb.porterctl.drain;

import io.porterlb.kube.NodeDrains;
import io.porterlb.kube.work.Until;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;

/// Waits until a node's agent reports that it announces nothing any more.
record Withdrawal(NodeDrains drains, String node) {
    /// Says how it ended.
    ///
    /// @return whether nothing is announced, as far as is known
    boolean await(Duration patience, CommandLine command) throws InterruptedException {
        Optional<Carried> before = carried(); // the agent's notice to routers takes longer than getting here
        Until.yes(patience, () -> left().isEmpty());
        Optional<Carried> left = left();
        left.ifPresentOrElse(
                carried -> command.getErr().println("porterctl drain: node " + node + late(carried, patience)),
                () -> command.getOut().println("node " + node + done(before)));
        return left.isEmpty();
    }

    private static String done(Optional<Carried> before) {
        return before.map(carried ->
                        carried.isNothing() ? " announces nothing" : " announces " + carried.words() + " no more")
                .orElse(": no agent reports from it, so nothing is announced");
    }

    private String late(Carried left, Duration patience) {
        return " still announces " + left.words() + " after " + patience.toSeconds()
                + " s, by what its agent reports: is that running?" + left.why() + " See kubectl get porternode " + node
                + " -o yaml.";
    }

    /// What is still there; empty where it is nothing, or no agent reports.
    private Optional<Carried> left() {
        return carried().filter(carried -> !carried.isNothing());
    }

    private Optional<Carried> carried() {
        return drains.report(node).map(Carried::by);
    }
}
