package io.porterlb.test.bench.bgp.wire;

/// What had come at a moment, counted from the session's start.
///
/// @param nanos the moment, by [System#nanoTime], which is one clock for all processes of a Linux machine
/// @param updates UPDATE messages
/// @param announced prefixes announced
/// @param withdrawn prefixes withdrawn
/// @param octets of UPDATE messages
public record Mark(long nanos, long updates, long announced, long withdrawn, long octets) {
    static Mark none() {
        return new Mark(System.nanoTime(), 0, 0, 0, 0);
    }

    Mark plus(long at, long moreAnnounced, long moreWithdrawn, int length) {
        return new Mark(at, updates + 1, announced + moreAnnounced, withdrawn + moreWithdrawn, octets + length);
    }
}
