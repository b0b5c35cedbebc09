package io.porterlb.agent.bfd;

/// Hears of the paths to routers.
public interface PathListener {
    /// Packets get through, both ways.
    ///
    /// @param peer the BgpPeer
    void up(String peer);

    /// They did, and no longer do.
    ///
    /// @param peer the BgpPeer
    void down(String peer);

    /// Nothing is known: there is no BFD any more, or one side ended it on purpose.
    ///
    /// @param peer the BgpPeer
    void unknown(String peer);
}
