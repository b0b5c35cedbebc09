package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import java.util.List;

/// The BGP speaker of one node.
///
/// @param localAs AS number of the BgpConf for this node; 0 where only BgpPeers name one
/// @param routerId BGP identifier, an IPv4 address
/// @param peers sessions, by name of the BgpPeer
public record SpeakerPlan(long localAs, IpAddress routerId, List<PeerPlan> peers) {
    public SpeakerPlan {
        peers = List.copyOf(peers);
    }
}
