package io.porterlb.bfd.session;

import io.porterlb.bfd.wire.BfdPacket;
import java.time.Duration;

/// What the machine wants done, in the order given.
public sealed interface SessionAction {
    record Send(BfdPacket packet) implements SessionAction {}

    /// The next periodic packet is due one interval, less jitter, after the last one, whatever was said before;
    /// at once if that time has passed.
    record TransmitEvery(Duration interval) implements SessionAction {}

    /// No periodic packet is due any more.
    record StopTransmitting() implements SessionAction {}

    /// It is an event if no packet comes within this time of the last one, whatever was said before.
    record ExpectWithin(Duration detectionTime) implements SessionAction {}
}
