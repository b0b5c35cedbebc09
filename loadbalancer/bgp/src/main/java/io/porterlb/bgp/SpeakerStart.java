package io.porterlb.bgp;

import java.time.Duration;

/// What a speaker is told of the time before it started. It matters toward peers with [GracefulRestart] only.
///
/// @param restarted whether a speaker ran here a moment ago, so that peers may still keep its routes: they are
///     told so (the R bit of [RFC 4724 3](https://www.rfc-editor.org/rfc/rfc4724#section-3)), and hear of the
///     end of our routes only after [BgpSpeaker#advertise] was called
/// @param forwarding whether packets to these routes were passed on all the while (the F bit)
/// @param routesWithin how long the end of our routes is held back at most if `advertise` is not called
public record SpeakerStart(boolean restarted, boolean forwarding, Duration routesWithin) {
    /// A speaker that was not there before.
    public static final SpeakerStart FRESH = new SpeakerStart(false, false, Duration.ZERO);

    /// After a restart of the speaker alone: the kernel went on passing packets.
    public static final SpeakerStart RESTARTED = new SpeakerStart(true, true, Duration.ofMinutes(1));
}
