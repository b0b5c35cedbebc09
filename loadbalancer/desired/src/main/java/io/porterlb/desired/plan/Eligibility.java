package io.porterlb.desired.plan;

import io.porterlb.desired.problem.NodeProblem;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which nodes may take traffic from outside, as the service controller of `k8s.io/cloud-provider` has it
/// (`controllers/service/controller.go`, the predicates of its stable node set). Readiness is no part of it.
public final class Eligibility {
    /// Keeps a node out; so does any value that Go's `strconv.ParseBool` does not read as false.
    public static final String EXCLUDE_LABEL = "node.kubernetes.io/exclude-from-external-load-balancers";

    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "False", "FALSE");
    private static final String TO_BE_DELETED_TAINT = "ToBeDeletedByClusterAutoscaler";

    private Eligibility() {}

    /// All of them, by name.
    public static List<NodeView> nodes(ClusterView view) {
        return view.nodes().values().stream()
                .filter(Eligibility::eligible)
                .sorted(Comparator.comparing(NodeView::name))
                .toList();
    }

    static boolean eligible(NodeView node) {
        return !node.deleting() && !node.taints().contains(TO_BE_DELETED_TAINT) && !excluded(node);
    }

    private static boolean excluded(NodeView node) {
        String value = node.labels().get(EXCLUDE_LABEL);
        return value != null && !FALSE.contains(value);
    }

    /// Says so where the label keeps out nodes and no node is left.
    public static Optional<NodeProblem> noneLeft(ClusterView view) {
        List<String> excluded = view.nodes().values().stream()
                .filter(Eligibility::excluded)
                .map(NodeView::name)
                .sorted()
                .toList();
        boolean left = view.nodes().values().stream().anyMatch(Eligibility::eligible);
        return left || excluded.isEmpty() ? Optional.empty() : Optional.of(new NodeProblem.NoEligibleNode(excluded));
    }
}
