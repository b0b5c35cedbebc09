package io.porterlb.manager.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.porterlb.test.cluster.KubernetesApi;
import java.util.List;
import java.util.Map;

/// What the owners of Services were told.
///
/// @param byUid messages
record Events(Map<String, List<String>> byUid) {
    static Events read(KubernetesApi api) {
        return new Events(ClusterState.list(api, "/api/v1/events").stream()
                .collect(groupingBy(
                        event -> event.text("involvedObject", "uid"),
                        mapping(event -> event.text("message"), toList()))));
    }

    boolean tell(String uid, String part) {
        return part.isEmpty()
                || byUid.getOrDefault(uid, List.of()).stream().anyMatch(message -> message.contains(part));
    }

    long count(String part) {
        return byUid.values().stream()
                .flatMap(List::stream)
                .filter(message -> message.contains(part))
                .count();
    }
}
