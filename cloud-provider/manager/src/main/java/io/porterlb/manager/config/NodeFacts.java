package io.porterlb.manager.config;

import io.porterlb.desired.view.NodeView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the rules say of one node. Empty texts: nothing.
public record NodeFacts(String region, String zone, String instanceType, Map<String, String> labels) {
    public NodeFacts {
        labels = Map.copyOf(labels);
    }

    /// @param rules those that match the node, in order
    static NodeFacts of(List<NodeRule> rules, NodeView node) {
        return new NodeFacts(
                first(rules, NodeRule::region, node),
                first(rules, NodeRule::zone, node),
                first(rules, NodeRule::instanceType, node),
                labels(rules, node));
    }

    private static String first(List<NodeRule> rules, Function<NodeRule, Optional<Fact>> fact, NodeView node) {
        return rules.stream()
                .flatMap(rule -> fact.apply(rule).stream())
                .map(one -> one.of(node))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> labels(List<NodeRule> rules, NodeView node) {
        Map<String, String> labels = new HashMap<>();
        rules.forEach(rule -> rule.labels().forEach((key, fact) -> {
            String value = fact.of(node);
            if (!value.isEmpty()) {
                labels.putIfAbsent(key, value);
            }
        }));
        return labels;
    }
}
