package io.porterlb.layer2.answer;

/// From when until when this machine is the one that answers.
///
/// @param since when it began; extending it does not change that
/// @param until it ends at this moment, unless it is extended before
public record Lease(long since, long until) {
    /// Half the range of the clock, 146 years: the most that can be told from the past.
    private static final long EVER = Long.MAX_VALUE / 2;

    /// One that has no end.
    public static Lease withoutEnd(long now) {
        return new Lease(now, now + EVER);
    }

    /// One that is over.
    public static Lease over(long now) {
        return new Lease(now, now);
    }

    public boolean holds(long now) {
        return until - now > 0;
    }

    /// Whether a question that was received at one time may be answered at another. One that has waited in the
    /// kernel since before the lease, while this process was stopped, was for somebody else.
    public boolean covers(long received, long now) {
        return received - since >= 0 && holds(now);
    }

    /// A lease that is over is not extended: another one begins.
    public Lease extended(long newEnd, long now) {
        return new Lease(holds(now) ? since : now, newEnd);
    }
}
