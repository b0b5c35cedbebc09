package io.porterlb.desired.plan;

/// Times of a session, in seconds.
///
/// @param holdTime proposed, 3 to 65535 ([RFC 4271 4.2](https://www.rfc-editor.org/rfc/rfc4271#section-4.2))
/// @param keepalive between KEEPALIVEs, below the hold time
/// @param connectRetry between attempts to connect
public record TimersPlan(int holdTime, int keepalive, int connectRetry) {}
