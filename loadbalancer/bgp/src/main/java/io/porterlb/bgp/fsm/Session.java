package io.porterlb.bgp.fsm;

import io.porterlb.bgp.SessionState;
import java.util.Optional;

/// All that a session remembers between events.
///
/// @param state where it is
/// @param failures since it was started or was last up for long: RFC 4271's ConnectRetryCounter
/// @param negotiated from OpenConfirm on
public record Session(SessionState state, int failures, Optional<Negotiated> negotiated) {
    public static final Session INITIAL = new Session(SessionState.IDLE, 0, Optional.empty());

    Session in(SessionState next) {
        return new Session(next, failures, negotiated);
    }

    Session confirmed(Negotiated agreed) {
        return new Session(SessionState.OPEN_CONFIRM, failures, Optional.of(agreed));
    }

    Session withoutFailures() {
        return new Session(state, 0, negotiated);
    }

    Session failed(SessionState next) {
        return new Session(next, failures + 1, Optional.empty());
    }

    /// What both OPENs say.
    ///
    /// @throws IllegalStateException before OpenConfirm
    Negotiated agreed() {
        return negotiated.orElseThrow(() -> new IllegalStateException(state + " without a negotiated OPEN"));
    }
}
