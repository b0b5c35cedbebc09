package io.porterlb.ownership.council;

/// An address that this node has, or waits for.
///
/// @param since the version of the statement that claimed it first; votes for an older one are for an earlier claim
/// @param until the end of the lease; in the past if there is none
/// @param nominatedAt when the coordinator last said that this node is to claim it
record Claim(long since, long until, long nominatedAt) {
    static Claim begin(long version, long now) {
        return new Claim(version, now, now);
    }

    boolean isHeldAt(long now) {
        return until - now > 0;
    }

    /// Good for so long from now, unless it is so for longer.
    Claim extended(long rest, long now) {
        return rest > 0 && now + rest - until > 0 ? new Claim(since, now + rest, nominatedAt) : this;
    }

    Claim nominated(long now) {
        return new Claim(since, until, now);
    }

    /// Whether for so long nobody said that this node should have it, and it did not.
    boolean isStale(long now, long patience) {
        return now - until > patience && now - nominatedAt > patience;
    }
}
