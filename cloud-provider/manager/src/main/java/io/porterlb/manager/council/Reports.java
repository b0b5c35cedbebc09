package io.porterlb.manager.council;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.Layer2Report;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What agents say of their part in Layer 2, by the names of their nodes. One that says nothing takes none.
record Reports(Map<String, Layer2Report> byNode) {
    static Reports of(ClusterView view) {
        Map<String, Layer2Report> byNode = new HashMap<>();
        view.reports().forEach((node, report) -> report.layer2().ifPresent(layer2 -> byNode.put(node, layer2)));
        return new Reports(Map.copyOf(byNode));
    }

    private Optional<Layer2Report> find(String node) {
        return Optional.ofNullable(byNode.get(node));
    }

    boolean takesPart(String node) {
        return find(node).isPresent();
    }

    boolean knowsACouncil(String node) {
        return find(node).filter(report -> report.generation() > 0).isPresent();
    }

    /// Of the newest council that any of them knows; 0 if none knows one.
    long newestGeneration() {
        return byNode.values().stream()
                .mapToLong(Layer2Report::generation)
                .max()
                .orElse(0);
    }

    /// Whether the council of this generation is in force: any node can tell.
    boolean isInForce(long generation) {
        return byNode.keySet().stream().anyMatch(node -> saysInForce(node, generation));
    }

    /// Whether this node says so, which takes answers from most of the council.
    boolean saysInForce(String node, long generation) {
        return find(node)
                .filter(report -> report.inForce() && report.generation() == generation)
                .isPresent();
    }
}
