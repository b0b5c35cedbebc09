package io.porterlb.ownership;

/// Is told what this node may answer for. Called by the node's own thread.
public interface OwnershipListener {
    /// Replaces the lease before. When it returns, what is no longer in it must no longer be answered for: another
    /// node is told next that it may. It must return at once otherwise, and not call [OwnershipNode#close].
    ///
    /// Called with each heartbeat, as that is how a lease goes on.
    void changed(Lease lease);
}
