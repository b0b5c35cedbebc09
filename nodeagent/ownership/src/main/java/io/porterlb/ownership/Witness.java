package io.porterlb.ownership;

/// Makes the number of votes odd, where that of the seats is even: the vote of who has its word counts
/// twice. It must give its word to one seat at a time, and to another only when its word to the first has
/// ended by every clock.
public interface Witness {
    /// Until when, in [System#nanoTime], this node has its word; in the past if it has not. Called by the
    /// node's own thread with each heartbeat; must not block.
    long until();
}
