package io.porterlb.ownership;

import java.util.Set;

/// Which nodes may have an address: of those that are named, the ones that live and say that they have the
/// capability ([OwnershipNode#offer]), and not the hindrance.
///
/// @param nodes by name; empty for any
/// @param capability what a node must be able to do, as text that means nothing here
/// @param hindrance what a node must not say of itself, as text that means nothing here either; empty for
///     nothing
public record Eligibility(Set<String> nodes, String capability, String hindrance) {
    public Eligibility {
        nodes = Set.copyOf(nodes);
    }

    /// Whether the node may have it, if it lives.
    ///
    /// @param said what it says of itself
    public boolean isMetBy(String node, Set<String> said) {
        return (nodes.isEmpty() || nodes.contains(node)) && said.contains(capability) && !said.contains(hindrance);
    }

    /// Any node with this capability.
    public static Eligibility of(String capability) {
        return new Eligibility(Set.of(), capability, "");
    }
}
