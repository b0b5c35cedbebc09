package io.porterlb.desired.view;

/// What a node's agent says of its session with one BgpPeer.
///
/// @param peer name of the BgpPeer
/// @param neighborAddress the router's address
/// @param state RFC 4271 state, upper case as OpenELB writes it: `IDLE`, `CONNECT`, `ACTIVE`, `OPENSENT`,
///     `OPENCONFIRM`, `ESTABLISHED`
/// @param since when that state began, RFC 3339; empty where unknown
/// @param reason CamelCase reason of the last failure, empty while all is well
/// @param message the last failure as a sentence, empty while all is well
/// @param routesSent prefixes that the peer was told and not told to forget
public record SessionReport(
        String peer,
        String neighborAddress,
        long localAs,
        long peerAs,
        String routerId,
        String state,
        String since,
        String reason,
        String message,
        int routesSent) {}
