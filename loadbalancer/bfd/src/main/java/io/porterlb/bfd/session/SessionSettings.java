package io.porterlb.bfd.session;

/// What is configured.
///
/// @param intervals to be used while the session is up
/// @param detectMultiplier bfd.DetectMult, 1 to 255
/// @param passive whether nothing is sent until the neighbor is heard
///     ([RFC 5880 6.1](https://www.rfc-editor.org/rfc/rfc5880#section-6.1))
public record SessionSettings(Intervals intervals, int detectMultiplier, boolean passive) {}
