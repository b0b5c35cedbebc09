package io.porterlb.ownership.council;

import io.porterlb.ownership.Eligibility;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What living nodes say of themselves at a moment, the other way round, so that many addresses can be looked up.
/// Addresses
/// that share the set of their nodes share the answer.
final class Abilities {
    private final Map<String, Set<String>> sayers = new HashMap<>();
    private final IdentityHashMap<Set<String>, Map<String, Set<String>>> able = new IdentityHashMap<>();

    /// A node says this of itself.
    void add(String node, Set<String> capabilities) {
        capabilities.forEach(
                word -> sayers.computeIfAbsent(word, _ -> new HashSet<>()).add(node));
    }

    Set<String> eligible(Eligibility eligibility) {
        Set<String> nodes = able.computeIfAbsent(eligibility.nodes(), _ -> new HashMap<>())
                .computeIfAbsent(eligibility.capability(), word -> able(eligibility.nodes(), word));
        Set<String> hindered = sayers(eligibility.hindrance());
        return Collections.disjoint(nodes, hindered) ? nodes : but(nodes, hindered);
    }

    private Set<String> able(Set<String> nodes, String capability) {
        return sayers(capability).stream()
                .filter(node -> nodes.isEmpty() || nodes.contains(node))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> sayers(String word) {
        return sayers.getOrDefault(word, Set.of());
    }

    private static Set<String> but(Set<String> nodes, Set<String> hindered) {
        return nodes.stream().filter(node -> !hindered.contains(node)).collect(Collectors.toUnmodifiableSet());
    }
}
