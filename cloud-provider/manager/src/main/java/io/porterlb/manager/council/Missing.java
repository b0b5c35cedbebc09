package io.porterlb.manager.council;

import io.porterlb.desired.view.NodeView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Names of nodes that are missed, by what somebody can do about them.
record Missing(SortedMap<Remedy, List<String>> byRemedy) {
    static Missing of(Collection<String> names, Map<String, NodeView> nodes) {
        return new Missing(names.stream()
                .collect(Collectors.groupingBy(
                        name -> Remedy.of(Optional.ofNullable(nodes.get(name))), TreeMap::new, Collectors.toList())));
    }

    boolean isEmpty() {
        return byRemedy.isEmpty();
    }

    /// What to do about each, as sentences.
    String advice() {
        return byRemedy.entrySet().stream()
                .map(entry -> entry.getKey().advice(entry.getValue()))
                .collect(Collectors.joining(" "));
    }
}
