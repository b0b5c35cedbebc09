package io.porterlb.desired.view;

/// `spec.conf` of a BgpPeer: who the router is.
///
/// @param address `neighborAddress` as written; empty for the router at the other end of a link
/// @param networkInterface `neighborInterface`; empty where absent
/// @param peerAs 1 to 4294967295; 0 where absent
/// @param localAs 0 where absent, which means the BgpConf's
/// @param adminDown whether the session is kept closed on purpose
public record NeighborView(String address, String networkInterface, long peerAs, long localAs, boolean adminDown) {
    /// Whether the router is given by its link alone, so that its address shows only once it is heard.
    public boolean unnumbered() {
        return address.isBlank() && !networkInterface.isEmpty();
    }
}
