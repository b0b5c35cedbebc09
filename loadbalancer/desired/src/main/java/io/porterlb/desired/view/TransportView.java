package io.porterlb.desired.view;

import java.util.OptionalInt;

/// The TCP connection of a BgpPeer.
///
/// @param remotePort `spec.transport.remotePort`; 179 where absent
/// @param passive `spec.transport.passiveMode`
/// @param localAddress `spec.transport.localAddress` as written; empty where absent
/// @param multihopTtl time to live of an eBGP multihop session; empty for a neighbour on the link
/// @param ttlSecurityHops `spec.ttlSecurity.hops`; empty where absent
public record TransportView(
        int remotePort, boolean passive, String localAddress, OptionalInt multihopTtl, OptionalInt ttlSecurityHops) {}
