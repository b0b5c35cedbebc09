package io.porterlb.ownership.council;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Council;
import io.porterlb.ownership.Member;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// What all arbiters, and the witness, last said to this node.
final class Votes {
    private static final long NEVER = Long.MIN_VALUE;

    private final long term;
    private final Map<String, Vote> byArbiter = new HashMap<>();
    private long witnessUntil;
    private boolean witnessed;

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

    void witnessedUntil(long until) {
        witnessUntil = until;
        witnessed = true;
    }

    boolean isRefusedByAny(IpAddress address) {
        return byArbiter.values().stream().anyMatch(vote -> vote.refused().contains(address));
    }

    /// Whether most arbiters of both councils have this configuration, so that most vote for no older one any more.
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

    /// The claim with the lease that both councils give.
    Claim extended(IpAddress address, Claim claim, Configuration configuration, long now) {
        long rest = Math.min(
                rest(configuration.council(), configuration.generation(), address, claim, now),
                rest(configuration.previous(), configuration.generation(), address, claim, now));
        return rest > 0 ? claim.extendedTo(now + rest) : claim;
    }

    /// How long, from now, as many votes are valid as are needed. Votes of arbiters with another configuration
    /// don't count: that is how an older one goes out of use.
    private long rest(Council council, long generation, IpAddress address, Claim claim, long now) {
        LongStream arbiters = council.seats().stream()
                .map(Member::name)
                .map(this::of)
                .filter(vote -> vote.generation() == generation && vote.isFor(address, claim))
                .mapToLong(vote -> vote.sentAt() + term - now);
        long[] rests =
                LongStream.concat(arbiters, witness(council, now)).sorted().toArray();
        int needed = claim.isHeldAt(now) ? council.toKeep() : council.toAcquire();
        return rests.length < needed ? NEVER : rests[rests.length - needed];
    }

    private LongStream witness(Council council, long now) {
        return council.asksWitness() && witnessed ? LongStream.of(witnessUntil - now) : LongStream.empty();
    }
}
