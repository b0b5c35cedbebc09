package io.porterlb.rules.lab;

/// What a client gets that asks for a connection.
public enum Reply {
    /// The Pod answers.
    CONNECTED,
    /// A TCP reset, which is final.
    REFUSED,
    /// An ICMP error.
    UNREACHABLE,
    /// Nothing: it asks again for a while.
    SILENCE
}
