package io.porterlb.manager.node;

import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.plan.Eligibility;
import io.porterlb.desired.problem.NodeProblem;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.ObjectRef;
import io.porterlb.manager.event.Announcer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Says on the Nodes what keeps all of them from announcing anything, and on a drained one why it is drained.
public final class NodeWarnings {
    /// Reason of the event on a Node that takes no traffic.
    static final String DRAINED = "Drained";

    private final Announcer announcer;

    public NodeWarnings(Announcer announcer) {
        this.announcer = announcer;
    }

    public void look(ClusterView view) {
        Optional<NodeProblem> problem = Eligibility.noneLeft(view);
        view.nodes().values().forEach(node -> look(node, problem));
    }

    private void look(NodeView node, Optional<NodeProblem> problem) {
        ObjectRef about = ObjectRef.of(node);
        Set<Drain> drains = Drain.of(node);
        if (problem.isEmpty() && drains.isEmpty()) {
            announcer.well(about);
        }
        if (!drains.isEmpty()) {
            announcer.note(about, DRAINED, "Takes no traffic from outside because of " + words(drains) + ".");
        }
        problem.ifPresent(found -> announcer.warn(about, found.reason(), found.message()));
    }

    private static String words(Set<Drain> drains) {
        return drains.stream().map(Drain::words).collect(Collectors.joining(" and "));
    }
}
