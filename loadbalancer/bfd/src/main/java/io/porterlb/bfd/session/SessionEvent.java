package io.porterlb.bfd.session;

import io.porterlb.bfd.wire.BfdPacket;

/// What can happen to a session.
public sealed interface SessionEvent {
    /// Have a session.
    record AdminUp() implements SessionEvent {}

    /// Hold it down, and tell the neighbor so.
    record AdminDown() implements SessionEvent {}

    /// Other settings are in force.
    record SettingsChanged(SessionSettings settings) implements SessionEvent {}

    /// A valid packet of this session came.
    record PacketReceived(BfdPacket packet) implements SessionEvent {}

    /// None came for a Detection Time.
    record DetectionTimeExpires() implements SessionEvent {}

    /// The next periodic packet is due.
    record TransmitTimerExpires() implements SessionEvent {}
}
