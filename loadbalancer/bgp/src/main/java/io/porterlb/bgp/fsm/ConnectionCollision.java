package io.porterlb.bgp.fsm;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.Open;

/// Which of two connections between the same two speakers stays
/// ([RFC 4271 6.8](https://www.rfc-editor.org/rfc/rfc4271#section-6.8)).
final class ConnectionCollision {
    private final PeerConfig config;

    ConnectionCollision(PeerConfig config) {
        this.config = config;
    }

    /// Who opened the one that stays: the side with the higher BGP identifier, as an unsigned number; of equal ones,
    /// which two AS may have, the side with the higher AS number
    /// ([RFC 6286 2.3](https://www.rfc-editor.org/rfc/rfc6286#section-2.3)).
    Opener stays(Open theirs) {
        int order = Long.compareUnsigned(
                config.routerId().low(), theirs.identifier().low());
        int decision = order != 0 ? order : Long.compareUnsigned(config.localAs(), config.peerAs());
        return decision > 0 ? Opener.US : Opener.PEER;
    }
}
