package io.porterlb.layer2.answer;

/// Until when this machine is the one that answers.
///
/// @param number which one it is; extending it does not change that, and those before it have smaller ones
/// @param until it ends at this moment, unless it is extended before
public record Lease(int number, long until) {
    /// Half the range of the clock, 146 years: the most that can be told from the past.
    private static final long EVER = Long.MAX_VALUE / 2;

    /// One that has no end.
    public static Lease withoutEnd(long now) {
        return new Lease(0, now + EVER);
    }

    /// One that is over.
    public static Lease over(long now) {
        return new Lease(0, now);
    }

    public boolean holds(long now) {
        return until - now > 0;
    }

    /// A lease that is over is not extended: another one begins.
    public Lease extended(long newEnd, long now) {
        return new Lease(holds(now) ? number : number + 1, newEnd);
    }
}
