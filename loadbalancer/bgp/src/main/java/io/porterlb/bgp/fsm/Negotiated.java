package io.porterlb.bgp.fsm;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.wire.value.CodecContext;
import java.time.Duration;

/// What both OPENs together say.
///
/// @param peerId the peer's BGP identifier
/// @param holdTime the smaller of both proposals; zero for none
/// @param keepalive interval of our KEEPALIVEs; zero for none
/// @param codec how UPDATEs are written and read
public record Negotiated(IpAddress peerId, Duration holdTime, Duration keepalive, CodecContext codec) {}
