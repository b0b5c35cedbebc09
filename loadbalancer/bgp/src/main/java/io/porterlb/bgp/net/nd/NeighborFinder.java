package io.porterlb.bgp.net.nd;

/// Finds out who is at the other end of a link.
@FunctionalInterface
public interface NeighborFinder {
    /// Begins to look at a network interface, and to be seen there, until what is returned is closed.
    ///
    /// @param device name of the interface
    Watch watch(String device, NeighborListener listener);

    /// Ends the search; does not wait for that.
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
