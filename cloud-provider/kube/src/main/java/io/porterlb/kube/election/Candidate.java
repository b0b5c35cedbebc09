package io.porterlb.kube.election;

import java.time.Duration;

/// One candidate for leadership, as a state: what happens gives the next one. Pure; times are passed in, in
/// nanoseconds of the local monotonic clock ([System#nanoTime]), and are never compared with those of others: a
/// follower counts the leader's term from when it saw the Lease change itself.
///
/// A term is safe because the leader counts its own from before it sent the renewal, and gives up `lease -
/// renewDeadline` earlier than any follower can have seen it end. Clocks may differ in speed by that share.
///
/// The rules are those of `k8s.io/client-go/tools/leaderelection`, but for two: a Lease that was let go is
/// taken by the word of the watch, not after a period, and the losing leader is told by the watch too.
///
/// @param seen the newest Lease that is known
/// @param seenAt when its version was seen first
/// @param leads whether it holds the Lease, by an answer of the API server
/// @param renewedAt when the renewal was begun that last succeeded; of a leader only
/// @param due when it may next write
public record Candidate(
        String identity, LeaseTerms terms, Lease seen, long seenAt, boolean leads, long renewedAt, long due) {
    /// A follower that has just read the Lease for the first time.
    public static Candidate start(String identity, LeaseTerms terms, Lease seen, long now) {
        return new Candidate(identity, terms, seen, now, false, now, now);
    }

    /// Takes the Lease as it is now, from the watch or a read. One that it knows already changes nothing.
    public Candidate sees(Lease lease, long now) {
        if (lease.version().equals(seen.version())) {
            return this;
        }
        return new Candidate(identity, terms, lease, now, leads, renewedAt, lease.isFree() ? now : due);
    }

    /// What to do at this moment.
    public Decision decide(long now) {
        return leads ? lead(now) : follow(now);
    }

    private Decision lead(long now) {
        if (now - openUntil() >= 0 || !seen.isHeldBy(identity)) {
            return new Decision.Lost();
        }
        if (now - due >= 0) {
            return new Decision.Write(claim());
        }
        return new Decision.Wait(earlier(due, openUntil()));
    }

    private Decision follow(long now) {
        long end = later(due, seenAt + term().toNanos());
        return now - end >= 0 ? new Decision.Write(claim()) : new Decision.Wait(end);
    }

    /// How long the present holder is left alone: not at all if there is none, or if it is this candidate,
    /// which then has not had the answer to its own write.
    private Duration term() {
        return seen.isFree() || seen.isHeldBy(identity) ? Duration.ZERO : seen.duration();
    }

    private Claim claim() {
        return new Claim(seen, identity, terms.lease(), !seen.isHeldBy(identity));
    }

    /// The API server took the claim.
    ///
    /// @param stored the Lease as it is since
    /// @param begun when the write was begun
    public Candidate wrote(Lease stored, long begun, long now) {
        long next = begun + terms.retryPeriod().toNanos();
        return new Candidate(identity, terms, stored, now, true, begun, next);
    }

    /// The API server did not take the claim, or gave no answer.
    ///
    /// @param share 0 to 1, drawn by each candidate for itself: by so much of a fifth it waits longer, so that
    ///     they do not come back together
    public Candidate failed(long now, double share) {
        long pause = (long) (terms.retryPeriod().toNanos() * (1 + share / 5));
        return new Candidate(identity, terms, seen, seenAt, leads, renewedAt, now + pause);
    }

    /// Until when this leader may write.
    public long openUntil() {
        return renewedAt + terms.renewDeadline().toNanos();
    }

    private static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }

    private static long later(long a, long b) {
        return a - b > 0 ? a : b;
    }
}
