package io.porterlb.desired.plan;

import io.porterlb.desired.problem.NodeProblem;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which nodes may take traffic from outside, as the service controller of `k8s.io/cloud-provider` has it
/// (`controllers/service/controller.go`, the predicates of its stable node set). Readiness is no part of it.
/// On top of that a node may be drained ([Drain]).
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
        return eligibleUndrained(node) && Drain.of(node).isEmpty();
    }

    /// Whether it would be, were it not drained.
    static boolean eligibleUndrained(NodeView node) {
        return !node.deleting() && !node.taints().contains(TO_BE_DELETED_TAINT) && !excluded(node);
    }

    private static boolean excluded(NodeView node) {
        return isSet(node.labels().get(EXCLUDE_LABEL));
    }

    static boolean isSet(@Nullable String value) {
        return value != null && !FALSE.contains(value);
    }

    /// Says so where the label or drains keep out nodes and no node is left.
    public static Optional<NodeProblem> noneLeft(ClusterView view) {
        if (view.nodes().values().stream().anyMatch(Eligibility::eligible)) {
            return Optional.empty();
        }
        List<String> excluded = names(view, Eligibility::excluded);
        List<String> drained =
                names(view, node -> eligibleUndrained(node) && !Drain.of(node).isEmpty());
        return excluded.isEmpty() && drained.isEmpty()
                ? Optional.empty()
                : Optional.of(new NodeProblem.NoEligibleNode(excluded, drained));
    }

    private static List<String> names(ClusterView view, Predicate<NodeView> which) {
        return view.nodes().values().stream()
                .filter(which)
                .map(NodeView::name)
                .sorted()
                .toList();
    }
}
