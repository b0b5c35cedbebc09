package io.porterlb.kube.resource;

import java.util.List;
import java.util.Map;

/// A LabelSelector.
public record Selector(Map<String, String> matchLabels, List<Requirement> matchExpressions) {
    public Selector {
        matchLabels = Absent.map(matchLabels);
        matchExpressions = Absent.list(matchExpressions);
    }

    /// One entry of `matchExpressions`.
    public record Requirement(String key, String operator, List<String> values) {
        public Requirement {
            key = Absent.text(key);
            operator = Absent.text(operator);
            values = Absent.list(values);
        }
    }
}
