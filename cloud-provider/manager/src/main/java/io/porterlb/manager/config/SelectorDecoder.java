package io.porterlb.manager.config;

import io.porterlb.desired.view.NodeSelector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A LabelSelector, written as everywhere in Kubernetes.
final class SelectorDecoder {
    private SelectorDecoder() {}

    static NodeSelector decode(Section section) {
        section.allowOnly("matchLabels", "matchExpressions");
        return new NodeSelector(
                section.section("matchLabels").map(SelectorDecoder::labels).orElse(Map.of()),
                section.sections("matchExpressions").stream()
                        .map(SelectorDecoder::expression)
                        .toList());
    }

    private static Map<String, String> labels(Section section) {
        Map<String, String> labels = new HashMap<>();
        section.names().forEach(key -> section.text(key).ifPresent(value -> labels.put(key, value)));
        return labels;
    }

    private static NodeSelector.Expression expression(Section section) {
        section.allowOnly("key", "operator", "values");
        String key = section.text("key").orElse("");
        if (!LabelSyntax.isKey(key)) {
            section.fault("key", "write the key of a label");
        }
        String operator = section.text("operator").orElse("");
        List<String> values = section.texts("values");
        boolean fits = switch (operator) {
            case "In", "NotIn" -> !values.isEmpty();
            case "Exists", "DoesNotExist" -> values.isEmpty();
            default -> false;
        };
        if (!fits) {
            section.fault("operator", "write In or NotIn with values, or Exists or DoesNotExist without");
        }
        return new NodeSelector.Expression(key, operator, values);
    }
}
