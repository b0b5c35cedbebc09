package io.porterlb.manager.config;

import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.NodeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    boolean saysNothing() {
        return facts().isEmpty();
    }

    /// Fields of a later rule that can never count, since this one gives them to the same nodes.
    List<String> hides(NodeRule later) {
        boolean sameNodes = name.equals(later.name) && selector.equals(later.selector);
        Map<String, Fact> facts = facts();
        return later.facts().keySet().stream()
                .filter(field -> sameNodes && facts.get(field) instanceof Fact.Text)
                .toList();
    }

    /// By the names of their fields.
    private Map<String, Fact> facts() {
        Map<String, Fact> facts = new TreeMap<>();
        region.ifPresent(fact -> facts.put("region", fact));
        zone.ifPresent(fact -> facts.put("zone", fact));
        instanceType.ifPresent(fact -> facts.put("instanceType", fact));
        labels.forEach((key, fact) -> facts.put("labels." + key, fact));
        return facts;
    }
}
