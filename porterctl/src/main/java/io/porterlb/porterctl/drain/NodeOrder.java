package io.porterlb.porterctl.drain;

import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.NodeDrains;
import io.porterlb.kube.NotWrittenException;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// The order that a node is to be drained, or no longer.
///
/// @param command for its lines
record NodeOrder(NodeDrains drains, CommandLine command) {
    /// Gives it, and says what has become of it.
    ///
    /// @return false where there is no such Node
    boolean give(String name, boolean drain, boolean dryRun) throws NotWrittenException {
        Optional<NodeView> found = drains.node(name);
        if (found.isEmpty()) {
            command.getErr().println(command.getCommandSpec().qualifiedName() + ": there is no Node " + name + ".");
            return false;
        }
        give(found.get(), drain, dryRun);
        return true;
    }

    private void give(NodeView node, boolean drain, boolean dryRun) throws NotWrittenException {
        boolean given = Drain.of(node).contains(Drain.ORDERED);
        if (given == drain) {
            say(node, (drain ? "was drained already" : "was not drained by porterctl") + others(node));
        } else if (dryRun) {
            say(node, "would be " + (drain ? "drained" : "undrained") + others(node));
        } else {
            drains.order(node, drain).orThrow();
            say(node, "is " + (drain ? "drained" : "drained no longer") + others(node));
        }
    }

    /// What else keeps traffic away.
    private static String others(NodeView node) {
        String others = Drain.of(node).stream()
                .filter(cause -> cause != Drain.ORDERED)
                .map(Drain::words)
                .collect(Collectors.joining(" and "));
        return others.isEmpty() ? "" : "; beside that it takes no traffic because of " + others;
    }

    private void say(NodeView node, String what) {
        command.getOut().println("node " + node.name() + " " + what);
    }
}
