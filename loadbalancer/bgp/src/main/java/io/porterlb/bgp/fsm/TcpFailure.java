package io.porterlb.bgp.fsm;

/// How a TCP connection failed.
///
/// @param kind what a person would do something about
/// @param detail the system's words
public record TcpFailure(Kind kind, String detail) {
    public enum Kind {
        /// Nobody listens there, or not for us.
        REFUSED,
        /// No answer at all.
        TIMED_OUT,
        /// No route to it.
        UNREACHABLE,
        /// The local address is not ours.
        NO_LOCAL_ADDRESS,
        /// An open connection was closed by the peer.
        CLOSED,
        /// The peer opened another connection: it has restarted, and knows nothing of this one.
        REPLACED,
        /// An open connection broke.
        BROKEN,
        OTHER
    }
}
