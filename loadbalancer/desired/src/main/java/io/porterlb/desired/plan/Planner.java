package io.porterlb.desired.plan;

import io.porterlb.desired.problem.NodeProblem;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What one node has to do. A pure function of the view.
public final class Planner {
    private final ClusterView view;
    private final List<Addresses.Shown> shown;
    private final Candidates candidates;
    private final Layer2Plan layer2;

    private Planner(ClusterView view) {
        this.view = view;
        Addresses addresses = new Addresses(view);
        shown = addresses.shown();
        candidates = new Candidates(view);
        layer2 = Layer2Plan.of(addresses.pools(), shown, candidates);
    }

    /// The plan of one node. One that the view does not have announces nothing; it knows, all the same, what the
    /// others share.
    ///
    /// @param node name of the Node
    public static NodePlan plan(ClusterView view, String node) {
        Planner planner = new Planner(view);
        return Optional.ofNullable(view.nodes().get(node)).map(planner::plan).orElseGet(() -> planner.absent(node));
    }

    private NodePlan absent(String node) {
        return new NodePlan(
                node,
                Optional.empty(),
                List.of(),
                layer2,
                List.of(),
                Map.of(),
                List.of(new NodeProblem.NodeNotFound(node)));
    }

    private NodePlan plan(NodeView node) {
        Sessions sessions = Sessions.of(view, node);
        return new NodePlan(
                node.name(),
                sessions.speaker(),
                routes(node, sessions),
                layer2,
                Vips.of(shown),
                sessions.problems(),
                problems());
    }

    private List<PlannedRoute> routes(NodeView node, Sessions sessions) {
        List<Addresses.Shown> announced =
                shown.stream().filter(one -> one.isBroughtBy(BackEnd.BGP)).toList();
        return Stream.concat(
                        new Reachability(view, node).routes(announced).stream(),
                        new LeftOut(view, node).routes(sessions.peers(), announced).stream())
                .sorted()
                .toList();
    }

    private List<Problem> problems() {
        return Stream.concat(
                        Eligibility.noneLeft(view).<Problem>map(problem -> problem).stream(),
                        candidates.apart().stream())
                .toList();
    }
}
