package io.porterlb.desired.view;

import java.util.List;
import java.util.Map;

/// A Kubernetes LabelSelector over Nodes. An empty one selects every node.
public record NodeSelector(Map<String, String> matchLabels, List<Expression> matchExpressions) {
    public static final NodeSelector ALL = new NodeSelector(Map.of(), List.of());

    public NodeSelector {
        matchLabels = Map.copyOf(matchLabels);
        matchExpressions = List.copyOf(matchExpressions);
    }

    /// One entry of `matchExpressions`.
    ///
    /// @param operator `In`, `NotIn`, `Exists` or `DoesNotExist`
    public record Expression(String key, String operator, List<String> values) {
        public Expression {
            values = List.copyOf(values);
        }
    }

    /// Whether a node with these labels is selected (`k8s.io/apimachinery` `labels.Selector`).
    public boolean matches(Map<String, String> labels) {
        return matchLabels.entrySet().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())))
                && matchExpressions.stream().allMatch(e -> matches(e, labels));
    }

    private static boolean matches(Expression expression, Map<String, String> labels) {
        String value = labels.get(expression.key());
        return switch (expression.operator()) {
            case "In" -> value != null && expression.values().contains(value);
            case "NotIn" -> value == null || !expression.values().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false; // the API server refuses other operators
        };
    }
}
