package io.porterlb.bgp.fsm;

import io.porterlb.bgp.SessionState;
import java.util.Optional;

/// All that a session remembers between events.
///
/// @param state where it is
/// @param failures since it was started or was last up for long: RFC 4271's ConnectRetryCounter
/// @param negotiated from OpenConfirm on
/// @param opener who opened its connection; means nothing while there is none
/// @param plain whether our OPEN is, or is to be, without capabilities
/// @param path what BFD says, if somebody asks it
/// @param gate whether OpenConfirm waits for BFD
public record Session(
        SessionState state,
        int failures,
        Optional<Negotiated> negotiated,
        Opener opener,
        boolean plain,
        BfdPath path,
        BfdGate gate) {
    public static final Session INITIAL =
            new Session(SessionState.IDLE, 0, Optional.empty(), Opener.US, false, BfdPath.UNKNOWN, BfdGate.OPEN);

    /// Between a failure and the next attempt; else an Idle session is one that nobody started.
    boolean waitsToRetry() {
        return state == SessionState.IDLE && failures > 0;
    }

    /// Whether there is a TCP connection.
    public boolean connected() {
        return switch (state) {
            case IDLE, CONNECT, ACTIVE -> false;
            case OPEN_SENT, OPEN_CONFIRM, ESTABLISHED -> true;
        };
    }

    /// What both OPENs say.
    ///
    /// @throws IllegalStateException before OpenConfirm
    Negotiated agreed() {
        return negotiated.orElseThrow(() -> new IllegalStateException(state + " without a negotiated OPEN"));
    }

    Session in(SessionState next) {
        return new Session(next, failures, negotiated, opener, plain, path, gate);
    }

    Session openedBy(Opener next) {
        return new Session(state, failures, negotiated, next, plain, path, gate);
    }

    Session confirmed(Negotiated agreed, BfdGate next) {
        return new Session(SessionState.OPEN_CONFIRM, failures, Optional.of(agreed), opener, plain, path, next);
    }

    Session with(BfdGate next) {
        return new Session(state, failures, negotiated, opener, plain, path, next);
    }

    Session with(BfdPath next) {
        return new Session(state, failures, negotiated, opener, plain, next, gate);
    }

    Session withFailures(int next) {
        return new Session(state, next, negotiated, opener, plain, path, gate);
    }

    Session adopted(Optional<Negotiated> next) {
        return new Session(state, failures, next, opener, plain, path, gate);
    }

    /// @param nextPlain whether the next OPEN is to be without capabilities
    Session failed(SessionState next, boolean nextPlain) {
        return new Session(next, failures + 1, Optional.empty(), Opener.US, nextPlain, path, BfdGate.OPEN);
    }

    Session stopped() {
        return INITIAL.with(path);
    }
}
