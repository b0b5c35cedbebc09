package io.porterlb.manager.config;

import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.NodeView;
import java.util.Map;
import java.util.Optional;

/// What to say of some nodes: of those whose name matches the pattern and whose labels match the selector.
public record NodeRule(
        NamePattern name,
        NodeSelector selector,
        Optional<Fact> region,
        Optional<Fact> zone,
        Optional<Fact> instanceType,
        Map<String, Fact> labels) {
    public NodeRule {
        labels = Map.copyOf(labels);
    }

    boolean matches(NodeView node) {
        return name.matches(node.name()) && selector.matches(node.labels());
    }

    boolean selectsAs(NodeRule other) {
        return name.equals(other.name) && selector.equals(other.selector);
    }

    boolean saysNothing() {
        return region.isEmpty() && zone.isEmpty() && instanceType.isEmpty() && labels.isEmpty();
    }
}
