package io.porterlb.ownership.placement;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// The addresses that the same nodes may have, and how they are spread over those.
final class Share {
    private static final Comparator<Candidate> FEWEST = Comparator.comparingInt(Candidate::share)
            .thenComparingInt(Candidate::load)
            .thenComparing(Candidate::node);

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> loads;
    private final Set<String> eligible;
    private final PriorityQueue<Candidate> candidates = new PriorityQueue<>(FEWEST);

    /// @param share how many of these addresses the node had when this was written down
    /// @param load how many it had in all
    private record Candidate(String node, int share, int load) {}

    /// @param loads how many addresses each node has in all; only ever grow
    Share(Set<String> eligible, Map<String, Integer> loads) {
        this.eligible = eligible;
        this.loads = loads;
    }

    /// This node has one more.
    void add(String node) {
        counts.merge(node, 1, Integer::sum);
    }

    /// The node with the fewest. As counts only grow, one that is out of date is put back with the numbers of now.
    Optional<String> fewest() {
        if (candidates.isEmpty()) {
            eligible.forEach(node -> candidates.add(candidate(node)));
        }
        while (!candidates.isEmpty()
                && !candidates.peek().equals(candidate(candidates.peek().node()))) {
            candidates.add(candidate(candidates.remove().node()));
        }
        return Optional.ofNullable(candidates.peek()).map(Candidate::node);
    }

    private Candidate candidate(String node) {
        return new Candidate(node, counts.getOrDefault(node, 0), loads.getOrDefault(node, 0));
    }
}
