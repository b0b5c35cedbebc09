package io.porterlb.manager.config;

import io.porterlb.desired.view.NodeView;

/// Where the value of a label comes from.
public sealed interface Fact {
    /// From the file.
    record Text(String value) implements Fact {}

    /// From another label of the Node.
    record FromLabel(String key) implements Fact {}

    /// The value for a node; empty if it has none.
    default String of(NodeView node) {
        return switch (this) {
            case Text(String value) -> value;
            case FromLabel(String key) -> node.labels().getOrDefault(key, "");
        };
    }
}
