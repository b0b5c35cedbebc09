package io.porterlb.desired.view;

import java.util.OptionalInt;
import java.util.Set;

/// A BgpPeer (`network.kubesphere.io/v1alpha2`): a router that selected nodes' speakers talk to.
///
/// @param neighborAddress `spec.conf.neighborAddress` as written
/// @param peerAs `spec.conf.peerAs`, 1 to 4294967295; 0 where absent
/// @param localAs `spec.conf.localAs`; 0 where absent, which means the BgpConf's
/// @param remotePort `spec.transport.remotePort`; 179 where absent
/// @param passive `spec.transport.passiveMode`
/// @param adminDown `spec.conf.adminDown`
/// @param holdTime `spec.timers.config.holdTime`, seconds
/// @param keepaliveInterval `spec.timers.config.keepaliveInterval`, seconds
/// @param connectRetry `spec.timers.config.connectRetry`, seconds
/// @param multihopTtl time to live of an eBGP multihop session; empty for a neighbour on the link
/// @param unsupported paths of fields that are set and mean nothing yet
public record BgpPeerView(
        String name,
        String uid,
        long generation,
        String neighborAddress,
        long peerAs,
        long localAs,
        int remotePort,
        boolean passive,
        boolean adminDown,
        OptionalInt holdTime,
        OptionalInt keepaliveInterval,
        OptionalInt connectRetry,
        OptionalInt multihopTtl,
        NodeSelector nodeSelector,
        Set<String> unsupported) {
    public BgpPeerView {
        unsupported = Set.copyOf(unsupported);
    }
}
