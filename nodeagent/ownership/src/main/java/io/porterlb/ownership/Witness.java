package io.porterlb.ownership;

/// Has the third vote where two nodes are the whole council. It must give its word to one node at a time, and to
/// another only when its word to the first has ended by every clock.
public interface Witness {
    /// Until when, in [System#nanoTime], this node has its word; in the past if it has not. Called by the node's own
    /// thread with each heartbeat; must not block.
    long until();
}
