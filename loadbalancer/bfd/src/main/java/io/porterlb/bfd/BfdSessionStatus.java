package io.porterlb.bfd;

import io.porterlb.address.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How one session is at a moment.
///
/// @param name [BfdSessionConfig#name]
/// @param peer [BfdSessionConfig#peer]
/// @param state ours
/// @param diagnostic why it changed last
/// @param remoteState the neighbor's, as it last said; [BfdState#DOWN] if it is not heard
/// @param remoteDiagnostic the neighbor's, as it last said
/// @param localDiscriminator tells our session from the others of this machine, 1 to 4294967295
/// @param remoteDiscriminator the neighbor's; 0 if it is not heard
/// @param transmitInterval between our packets, before jitter; empty if none are sent
/// @param receiveInterval between the neighbor's packets, before jitter; empty if it is not heard
/// @param detectionTime of silence that takes the session down; empty if the neighbor is not heard
/// @param upSince when it came up; empty if it is not up
/// @param everUp whether it was ever up since it was configured
/// @param failed whether it was up and the path failed; until it is up again, or is held down on purpose
/// @param problem why nothing can be sent or received, as a sentence; empty if nothing stands in the way
/// @param lastDiscard why the last packet that was not taken was not; empty if the last one was taken
/// @param counters packets
public record BfdSessionStatus(
        String name,
        IpAddress peer,
        BfdState state,
        BfdDiagnostic diagnostic,
        BfdState remoteState,
        BfdDiagnostic remoteDiagnostic,
        long localDiscriminator,
        long remoteDiscriminator,
        Optional<Duration> transmitInterval,
        Optional<Duration> receiveInterval,
        Optional<Duration> detectionTime,
        Optional<Instant> upSince,
        boolean everUp,
        boolean failed,
        Optional<String> problem,
        Optional<DiscardReason> lastDiscard,
        BfdCounters counters) {}
