package io.porterlb.manager.node;

import io.porterlb.desired.plan.Eligibility;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.kube.ObjectRef;
import io.porterlb.manager.event.Announcer;
import java.util.Optional;

/// Says on the Nodes what keeps all of them from announcing anything.
public final class NodeWarnings {
    private final Announcer announcer;

    public NodeWarnings(Announcer announcer) {
        this.announcer = announcer;
    }

    public void look(ClusterView view) {
        Optional<? extends Problem> problem = Eligibility.noneLeft(view);
        view.nodes().values().stream().map(ObjectRef::of).forEach(node -> {
            if (problem.isPresent()) {
                announcer.warn(node, problem.get().reason(), problem.get().message());
            } else {
                announcer.well(node);
            }
        });
    }
}
