package io.porterlb.bgp;

import java.net.InetSocketAddress;
import java.util.Optional;

/// How one address that the speaker is to listen at is at a moment.
///
/// @param wanted the address asked for; port 0 for any
/// @param bound where it listens, with the real port; empty if it cannot
/// @param failure why it cannot; it is tried again without end
/// @param turnedAway connections closed at once since it was asked for, because no peer is known at their source, or it
///     is shut down, or further away than it may be
public record ListenerStatus(
        InetSocketAddress wanted, Optional<InetSocketAddress> bound, Optional<Failure> failure, long turnedAway) {}
