package io.porterlb.bgp.fsm;

import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.time.Duration;

/// What the machine wants done, in the order given.
public sealed interface SessionAction {
    /// Open a TCP connection; the answer is `TcpCrAcked` or `TcpConnectionFails`.
    record Connect() implements SessionAction {}

    /// Close the TCP connection, or give up opening it, after what was sent is written; nothing of it is an event any
    /// more.
    record Disconnect() implements SessionAction {}

    record Send(BgpMessage message) implements SessionAction {}

    /// Start the timer, or start it anew; its expiry is an event.
    record StartTimer(SessionTimer timer, Duration after) implements SessionAction {}

    /// Stop the timer, if it runs.
    record StopTimer(SessionTimer timer) implements SessionAction {}

    /// Messages are from now on read and written in the way agreed on.
    record Agree(Negotiated negotiated) implements SessionAction {}

    /// The session is up: send all routes.
    record OpenAdjRibOut(Negotiated negotiated) implements SessionAction {}

    /// The session is no longer up: the peer has forgotten all routes.
    record CloseAdjRibOut() implements SessionAction {}

    /// The peer asked for all routes of a family again.
    record Readvertise(AddressFamily family) implements SessionAction {}

    /// Keep this as the reason why there is no session.
    record Report(SessionFault fault) implements SessionAction {}
}
