package io.porterlb.desired.view;

import java.util.Map;

/// A Namespace: an Eip may bind to it by name or by its labels.
public record NamespaceView(String name, Map<String, String> labels) {
    public NamespaceView {
        labels = Map.copyOf(labels);
    }
}
