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
    private Planner() {}

    /// The plan of one node; a node that the view does not have gets an empty one with a problem.
    ///
    /// @param node name of the Node
    public static NodePlan plan(ClusterView view, String node) {
        return Optional.ofNullable(view.nodes().get(node))
                .map(found -> plan(view, found))
                .orElseGet(() -> new NodePlan(
                        node,
                        Optional.empty(),
                        List.of(),
                        Layer2Plan.NONE,
                        List.of(),
                        Map.of(),
                        List.of(new NodeProblem.NodeNotFound(node))));
    }

    private static NodePlan plan(ClusterView view, NodeView node) {
        Sessions sessions = Sessions.of(view, node);
        Addresses addresses = new Addresses(view);
        List<Addresses.Shown> shown = addresses.shown();
        List<Addresses.Shown> announced =
                shown.stream().filter(one -> one.isBroughtBy(BackEnd.BGP)).toList();
        List<PlannedRoute> routes = Stream.concat(
                        new Reachability(view, node).routes(announced).stream(),
                        new LeftOut(view, node).routes(sessions.peers(), announced).stream())
                .sorted()
                .toList();
        List<Problem> problems = Eligibility.noneLeft(view).<Problem>map(problem -> problem).stream()
                .toList();
        return new NodePlan(
                node.name(),
                sessions.speaker(),
                routes,
                Layer2Plan.of(addresses, shown),
                Vips.of(shown),
                sessions.problems(),
                problems);
    }
}
