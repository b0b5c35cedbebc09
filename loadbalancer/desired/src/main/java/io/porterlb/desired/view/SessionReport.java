package io.porterlb.desired.view;

import java.util.OptionalInt;

/// What a node's agent says of its session with one BgpPeer.
///
/// @param peer name of the BgpPeer
/// @param neighborAddress the router's address, or where it is
/// @param routerId the router's BGP identifier; empty where unknown
/// @param state RFC 4271 state, upper case as OpenELB writes it: `IDLE`, `CONNECT`, `ACTIVE`, `OPENSENT`,
///     `OPENCONFIRM`, `ESTABLISHED`
/// @param since when that state began, RFC 3339; empty where unknown
/// @param reason CamelCase reason of the last failure, empty while all is well
/// @param message the last failure as a sentence, empty while all is well
/// @param routesSent prefixes that the peer was told and not told to forget
/// @param routesReceived prefixes that the peer announced, none of which is installed
/// @param holdTime what both agreed on, seconds; empty without session
/// @param bfd state of BFD, as [RFC 5880](https://www.rfc-editor.org/rfc/rfc5880) names it: `AdminDown`, `Down`,
///     `Init`, `Up`; empty where there is none
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
        int routesSent,
        long routesReceived,
        OptionalInt holdTime,
        String bfd) {}
