package io.porterlb.desired.plan;

import io.porterlb.desired.view.ClusterView;

/// What one node has to do. A pure function of the view.
public final class Planner {
    private Planner() {}

    public static NodePlan plan(ClusterView view, String node) {
        throw new UnsupportedOperationException(view + node);
    }
}
