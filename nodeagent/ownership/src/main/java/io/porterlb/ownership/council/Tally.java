package io.porterlb.ownership.council;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Council;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The votes of one council at one moment. What they give is worked out once for all claims that the same
/// arbiters vote for, and those are nearly always all claims.
final class Tally {
    private static final long NEVER = Long.MIN_VALUE;

    private final Council council;
    private final List<Vote> votes;
    private final long term;
    private final long now;
    private final Map<Ballot, Long> known = new HashMap<>();

    /// @param inFavor a bit for each vote
    private record Ballot(int inFavor, boolean isHeld) {}

    /// @param votes of arbiters with the same configuration as this node
    /// @param term of a vote, in nanoseconds
    Tally(Council council, List<Vote> votes, long term, long now) {
        this.council = council;
        this.votes = votes;
        this.term = term;
        this.now = now;
    }

    /// How long, from now, this node has the address, in nanoseconds; not positive if it has not.
    long rest(IpAddress address, Claim claim) {
        int inFavor = 0;
        for (int i = 0; i < votes.size(); i++) {
            inFavor |= votes.get(i).isFor(address, claim) ? 1 << i : 0;
        }
        return known.computeIfAbsent(new Ballot(inFavor, claim.isHeldAt(now)), this::rest);
    }

    /// As long as so many votes are valid as are needed.
    private long rest(Ballot ballot) {
        List<Vote> inFavor = IntStream.range(0, votes.size())
                .filter(i -> (ballot.inFavor() & 1 << i) != 0)
                .mapToObj(votes::get)
                .toList();
        LongStream arbiters = inFavor.stream().mapToLong(this::rest);
        LongStream witness = council.asksWitness() ? witness(inFavor).stream() : LongStream.empty();
        long[] rests = LongStream.concat(arbiters, witness).sorted().toArray();
        int needed = ballot.isHeld() ? council.toKeep() : council.toAcquire();
        return rests.length < needed ? NEVER : rests[rests.length - needed];
    }

    private long rest(Vote vote) {
        return vote.sentAt() + term - now;
    }

    /// The witness votes as the arbiter does that has its word: so it votes for one node, too, whoever asks.
    private OptionalLong witness(List<Vote> inFavor) {
        return inFavor.stream()
                .mapToLong(vote -> Math.min(rest(vote), vote.witness() - now))
                .max();
    }
}
