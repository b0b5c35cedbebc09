package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import java.util.OptionalInt;

/// One BGP session that a node keeps up.
///
/// @param name the BgpPeer
/// @param address the router
/// @param port TCP port of the router, 1 to 65535
/// @param peerAs the router's AS number
/// @param localAs our AS number in this session
/// @param holdTime proposed hold time, seconds, 3 to 65535 ([RFC 4271
/// 4.2](https://www.rfc-editor.org/rfc/rfc4271#section-4.2))
/// @param keepalive seconds between KEEPALIVEs, below the hold time
/// @param connectRetry seconds between attempts to connect
/// @param multihopTtl time to live of packets to a router that is not on the link
/// @param adminDown whether the session is kept closed on purpose
public record PeerPlan(
        String name,
        IpAddress address,
        int port,
        long peerAs,
        long localAs,
        int holdTime,
        int keepalive,
        int connectRetry,
        OptionalInt multihopTtl,
        boolean adminDown) {}
