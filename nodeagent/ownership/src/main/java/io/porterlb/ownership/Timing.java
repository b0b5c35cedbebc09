package io.porterlb.ownership;

import java.time.Duration;

/// How long things take; the same on all nodes. Clocks are never compared, and may differ in speed by the ratio
/// of `patience` to `term`.
///
/// @param heartbeat how often a node speaks to the council
/// @param term how long an answer of the council lets a node keep its addresses, from when it asked
/// @param patience how long the council waits for a node before its addresses are given to others; an address is
///     without an answer about this long when its node dies
/// @param absence how long it waits for a node that said that it is back soon
public record Timing(Duration heartbeat, Duration term, Duration patience, Duration absence) {
    /// Two heartbeats in a row may be lost; another node has the address within 0.42 s; clocks may differ by 11 %. A
    /// Pod that is replaced is back after 2.6 to 3.3 s on two busy cores, so twice that is waited.
    public static final Timing DEFAULT =
            new Timing(Duration.ofMillis(100), Duration.ofMillis(360), Duration.ofMillis(400), Duration.ofSeconds(6));

    /// Checks the order.
    ///
    /// @throws IllegalArgumentException unless 0 < heartbeat < term < patience <= absence
    public Timing {
        boolean ordered = heartbeat.isPositive()
                && heartbeat.compareTo(term) < 0
                && term.compareTo(patience) < 0
                && patience.compareTo(absence) <= 0;
        if (!ordered) {
            throw new IllegalArgumentException("0 < heartbeat < term < patience <= absence does not hold: " + heartbeat
                    + ", " + term + ", " + patience + ", " + absence);
        }
    }
}
