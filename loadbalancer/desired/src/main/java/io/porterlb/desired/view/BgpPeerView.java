package io.porterlb.desired.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A BgpPeer (`network.kubesphere.io/v1alpha2`): a router that selected nodes' speakers talk to.
///
/// @param gracefulRestart as the BgpConf has it if empty
/// @param families what is switched on in `spec.afiSafis`; empty where that has no entries
/// @param bfd empty where it is not enabled
/// @param export what holds for all routes toward it
/// @param announceSelf `spec.announce: self`: no node announces another one
/// @param unsupported paths of fields that are set and mean nothing
public record BgpPeerView(
        String name,
        String uid,
        long generation,
        NeighborView neighbor,
        TransportView transport,
        TimersView timers,
        Optional<GracefulRestartView> gracefulRestart,
        Optional<List<FamilyView>> families,
        PasswordSource password,
        Optional<BfdView> bfd,
        Optional<PeerRole> role,
        RoutePolicy export,
        boolean announceSelf,
        NodeSelector nodeSelector,
        Set<String> unsupported) {
    public BgpPeerView {
        families = families.map(List::copyOf);
        unsupported = Set.copyOf(unsupported);
    }
}
