package io.porterlb.bgp.fsm;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.wire.value.CodecContext;
import java.time.Duration;
import java.util.Set;

/// What both OPENs together say.
///
/// @param peerId the peer's BGP identifier
/// @param holdTime the smaller of both proposals; zero for none
/// @param keepalive interval of our KEEPALIVEs; zero for none
/// @param codec how UPDATEs are written and read
/// @param families those that both offered, with how many paths of a prefix the peer takes of us; 0 for one
///     without path identifier
/// @param hardReset both said the N bit of graceful restart: only a Hard Reset makes the peer forget our routes
///     ([RFC 8538 3](https://www.rfc-editor.org/rfc/rfc8538#section-3))
/// @param peer all that the peer's OPEN offers
public record Negotiated(
        IpAddress peerId,
        Duration holdTime,
        Duration keepalive,
        CodecContext codec,
        Set<FamilyConfig> families,
        boolean hardReset,
        PeerOffer peer) {
    public Negotiated {
        families = Set.copyOf(families);
    }

    Negotiated with(Duration nextKeepalive, Set<FamilyConfig> nextFamilies) {
        return new Negotiated(peerId, holdTime, nextKeepalive, codec, nextFamilies, hardReset, peer);
    }
}
