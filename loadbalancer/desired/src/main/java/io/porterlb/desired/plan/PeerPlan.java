package io.porterlb.desired.plan;

import io.porterlb.desired.view.PeerRole;
import io.porterlb.desired.view.RoutePolicy;
import java.util.List;
import java.util.Optional;

/// One BGP session that a node keeps up.
///
/// @param name the BgpPeer
/// @param peerAs the router's AS number
/// @param localAs our AS number in this session
/// @param families of routes, none twice
/// @param bfd empty for none
/// @param role what we are to the router; not said if empty
/// @param export what holds for all routes toward it
/// @param adminDown whether the session is kept closed on purpose
public record PeerPlan(
        String name,
        NeighborPlan neighbor,
        long peerAs,
        long localAs,
        TransportPlan transport,
        TimersPlan timers,
        List<FamilyPlan> families,
        RestartPlan restart,
        Optional<BfdPlan> bfd,
        Optional<PeerRole> role,
        RoutePolicy export,
        boolean adminDown) {
    public PeerPlan {
        families = List.copyOf(families);
    }
}
