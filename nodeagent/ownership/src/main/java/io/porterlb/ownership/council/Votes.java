package io.porterlb.ownership.council;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Council;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What all arbiters last said to this node.
final class Votes {
    private final long term;
    private final Map<String, Vote> byArbiter = new HashMap<>();

    /// @param term of a vote, in nanoseconds
    Votes(long term) {
        this.term = term;
    }

    Vote of(String arbiter) {
        return byArbiter.getOrDefault(arbiter, Vote.NONE);
    }

    void put(String arbiter, Vote vote) {
        byArbiter.put(arbiter, vote);
    }

    boolean isRefusedByAny(IpAddress address) {
        return byArbiter.values().stream().anyMatch(vote -> vote.refused().contains(address));
    }

    /// Whether most arbiters of both councils have this configuration, so that most vote for no older one
    /// any more.
    boolean inForce(Configuration configuration) {
        return hasMost(configuration.council(), configuration.generation())
                && hasMost(configuration.previous(), configuration.generation());
    }

    private boolean hasMost(Council council, long generation) {
        long agreeing = council.seats().stream()
                .filter(seat -> of(seat.name()).generation() == generation)
                .count();
        return agreeing >= council.toAcquire();
    }

    /// What this council gives. Votes of arbiters with another configuration don't count: that is how an
    /// older one goes out of use.
    Tally tally(Council council, long generation, long now) {
        List<Vote> votes = council.seats().stream()
                .map(seat -> of(seat.name()))
                .filter(vote -> vote.generation() == generation)
                .toList();
        return new Tally(council, votes, term, now);
    }
}
