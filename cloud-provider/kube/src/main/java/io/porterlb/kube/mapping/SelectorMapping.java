package io.porterlb.kube.mapping;

import io.porterlb.desired.view.NodeSelector;
import io.porterlb.kube.resource.Selector;
import org.jspecify.annotations.Nullable;

/// LabelSelector to [NodeSelector].
final class SelectorMapping {
    private SelectorMapping() {}

    static NodeSelector nodes(@Nullable Selector selector) {
        if (selector == null) {
            return NodeSelector.ALL;
        }
        return new NodeSelector(
                selector.matchLabels(),
                selector.matchExpressions().stream()
                        .map(r -> new NodeSelector.Expression(r.key(), r.operator(), r.values()))
                        .toList());
    }
}
