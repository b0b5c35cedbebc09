package io.porterlb.bgp.fsm;

/// The timers of a session.
public enum SessionTimer {
    /// Between attempts to connect.
    CONNECT_RETRY(true),
    /// Between a failure and the next attempt (RFC 4271 8.1.1, DampPeerOscillations).
    IDLE_HOLD(true),
    /// The peer must be heard of before it expires.
    HOLD(false),
    /// We must be heard of when it expires.
    KEEPALIVE(true),
    /// Something must have been written before it expires ([RFC 9687](https://www.rfc-editor.org/rfc/rfc9687)).
    SEND_HOLD(false),
    /// A session that failed before must be up until it expires; only then are its failures forgotten.
    /// So one that the peer ends as soon as it is up is damped as well (RFC 4271 8.1.1).
    PROBATION(false),
    /// BFD must say that the path is up before it expires (strict mode).
    BFD_HOLD(false);

    private final boolean jittered;

    SessionTimer(boolean jittered) {
        this.jittered = jittered;
    }

    /// Whether who runs it takes a random 0.75 to 1.0 of the duration
    /// ([RFC 4271 10](https://www.rfc-editor.org/rfc/rfc4271#section-10)).
    public boolean jittered() {
        return jittered;
    }
}
