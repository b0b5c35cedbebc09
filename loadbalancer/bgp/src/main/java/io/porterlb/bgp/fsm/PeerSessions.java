package io.porterlb.bgp.fsm;

import java.util.Optional;

/// The sessions of a peer: always a main one, and a rival while two connections collide.
public record PeerSessions(Session main, Optional<Session> rival) {
    public static final PeerSessions INITIAL = new PeerSessions(Session.INITIAL, Optional.empty());

    /// The session that is further, which is how the peer is seen from outside.
    public Session foremost() {
        return rival.filter(_ -> rivalLeads()).orElse(main);
    }

    /// Whether that is the rival.
    public boolean rivalLeads() {
        return rival.filter(other -> other.state().compareTo(main.state()) > 0).isPresent();
    }

    PeerSessions withMain(Session next) {
        return new PeerSessions(next, rival);
    }

    PeerSessions withRival(Session next) {
        return new PeerSessions(main, Optional.of(next));
    }

    PeerSessions withoutRival() {
        return new PeerSessions(main, Optional.empty());
    }
}
