package io.porterlb.manager.council;

import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.NodeView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What somebody can do about a node that is missed.
enum Remedy {
    /// Its kubelet is silent, and nobody has said why.
    TAINT,

    /// It has no Node that could be tainted.
    ANNOTATE,

    /// It is said to be off, but its kubelet is heard of.
    TAKE_OFF_THE_TAINT,

    /// Its kubelet is heard of, and its agent takes no part.
    START,

    /// Nothing: it is off for certain.
    NONE;

    /// @param node its Node, if there is one
    static Remedy of(Optional<NodeView> node) {
        return node.map(Remedy::of).orElse(ANNOTATE);
    }

    private static Remedy of(NodeView node) {
        Set<Drain> said = Drain.of(node);
        if (node.unreachable()) {
            return said.contains(Drain.OUT_OF_SERVICE) ? NONE : TAINT;
        }
        return Candidates.isDeclaredOff(node) ? TAKE_OFF_THE_TAINT : START;
    }

    /// What to do about these nodes, as a sentence.
    String advice(List<String> nodes) {
        String names = String.join(", ", nodes);
        return switch (this) {
            case TAINT ->
                "Silent: " + names + ". If off for good, say so (kubectl taint nodes " + String.join(" ", nodes) + " "
                        + Drain.OUT_OF_SERVICE_TAINT + "=nodeshutdown:NoExecute).";
            case ANNOTATE ->
                "Without a Node: " + names + ". If off for good, say so (kubectl annotate --overwrite portercouncil "
                        + CouncilView.NAME + " " + CouncilView.OFF + "=" + String.join(",", nodes) + ").";
            case TAKE_OFF_THE_TAINT ->
                "Tainted as off, with a kubelet that is heard of: " + names + ". If it runs, take the taint "
                        + Drain.OUT_OF_SERVICE_TAINT + " or " + Drain.SHUTDOWN_TAINT
                        + " off; if not, wait until its kubelet is missed.";
            case START ->
                "With a kubelet that is heard of, and no part in Layer 2: " + names
                        + ". There the agent must run, and the Node have an InternalIP and not be going.";
            case NONE -> "Off, as its taint says: " + names + ".";
        };
    }
}
