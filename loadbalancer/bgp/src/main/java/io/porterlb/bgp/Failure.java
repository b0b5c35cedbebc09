package io.porterlb.bgp;

import java.time.Instant;

/// Why a session is not up.
///
/// @param reason one word in CamelCase, for programs: `ConnectionRefused`, `BadPeerAs`, `HoldTimerExpired` ...
/// @param message a sentence, with its period, that a person can act on
/// @param at when it happened
public record Failure(String reason, String message, Instant at) {}
