package io.porterlb.bgp;

import io.porterlb.address.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How one peer is at a moment.
///
/// @param name [PeerConfig#name]
/// @param address the configured address, or the one learned; empty while it is not known
/// @param state the session's state
/// @param since when it entered that state
/// @param lastFailure why it is not up; empty once it is [SessionState#ESTABLISHED], and after a wanted stop
/// @param routesSent paths that the peer has from us now
/// @param routesReceived prefixes that the peer announced in this session, each time counted; none is installed
/// @param peerRouterId the peer's BGP identifier, from OpenConfirm on
/// @param holdTime what both agreed on, zero for no keepalives at all; from OpenConfirm on
/// @param session the rest of what both agreed on; from OpenConfirm on
/// @param messages counters
public record PeerStatus(
        String name,
        Optional<IpAddress> address,
        SessionState state,
        Instant since,
        Optional<Failure> lastFailure,
        int routesSent,
        long routesReceived,
        Optional<IpAddress> peerRouterId,
        Optional<Duration> holdTime,
        Optional<SessionInfo> session,
        MessageCounters messages) {}
