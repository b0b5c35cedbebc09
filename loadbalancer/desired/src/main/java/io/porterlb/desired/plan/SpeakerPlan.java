package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import java.util.List;
import java.util.Optional;

/// The BGP speaker of one node.
///
/// @param localAs AS number of the BgpConf for this node; 0 where only BgpPeers name one
/// @param routerId BGP identifier, an IPv4 address
/// @param listen empty for nowhere
/// @param peers sessions, by name of the BgpPeer
public record SpeakerPlan(long localAs, IpAddress routerId, Optional<ListenPlan> listen, List<PeerPlan> peers) {
    public SpeakerPlan {
        peers = List.copyOf(peers);
    }
}
