package io.porterlb.manager.config;

import java.util.Set;

/// The machines that there are.
///
/// @param nodes names of their Nodes
/// @param shutDown those of them that have been turned off on purpose
public record Inventory(Set<String> nodes, Set<String> shutDown) {
    public Inventory {
        nodes = Set.copyOf(nodes);
        shutDown = Set.copyOf(shutDown);
    }

    public boolean exists(String node) {
        return nodes.contains(node);
    }

    public boolean isShutDown(String node) {
        return shutDown.contains(node);
    }
}
