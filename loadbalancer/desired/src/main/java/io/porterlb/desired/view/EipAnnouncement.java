package io.porterlb.desired.view;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How the addresses of an Eip are announced.
///
/// @param policy what the routes say
/// @param linkBandwidth `spec.linkBandwidth`: octets per second that one endpoint stands for
/// @param aggregationLength `spec.aggregationLength`: length of the prefix that is announced for an IPv4 address
/// @param aggregationLengthV6 `spec.aggregationLengthV6`: as that, for IPv6
/// @param peers `spec.peers`: names of the BgpPeers that are told; all if empty
/// @param nodeSelector `spec.nodeSelector`: nodes that announce
public record EipAnnouncement(
        RoutePolicy policy,
        OptionalLong linkBandwidth,
        OptionalInt aggregationLength,
        OptionalInt aggregationLengthV6,
        List<String> peers,
        NodeSelector nodeSelector) {
    /// One route for each address, from every node to every peer.
    public static final EipAnnouncement PLAIN = new EipAnnouncement(
            RoutePolicy.NONE,
            OptionalLong.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            List.of(),
            NodeSelector.ALL);

    public EipAnnouncement {
        peers = peers.stream().distinct().sorted().toList();
    }
}
