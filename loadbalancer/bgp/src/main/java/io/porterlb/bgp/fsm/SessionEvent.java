package io.porterlb.bgp.fsm;

import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.RouteRefresh;
import java.util.Optional;

/// What can happen to a session, by the names and numbers of
/// [RFC 4271 8.1](https://www.rfc-editor.org/rfc/rfc4271#section-8.1).
public sealed interface SessionEvent {
    /// Event 1: have a session.
    record ManualStart() implements SessionEvent {}

    /// Event 2: have none.
    ///
    /// @param farewell what the peer is told, if it is connected; nothing if empty
    record ManualStop(Optional<Notification> farewell) implements SessionEvent {}

    /// Event 6: have one, after the pause that follows a failure.
    record AutomaticStartWithDampPeerOscillations() implements SessionEvent {}

    /// Event 9.
    record ConnectRetryTimerExpires() implements SessionEvent {}

    /// Event 10.
    record HoldTimerExpires() implements SessionEvent {}

    /// Event 11.
    record KeepaliveTimerExpires() implements SessionEvent {}

    /// Event 13.
    record IdleHoldTimerExpires() implements SessionEvent {}

    /// Event 16: the connection that we asked for is open.
    record TcpCrAcked() implements SessionEvent {}

    /// Event 17: the peer opened a connection, which is to be this session's.
    record TcpConnectionConfirmed() implements SessionEvent {}

    /// Event 18: it could not be opened, or is gone.
    record TcpConnectionFails(TcpFailure failure) implements SessionEvent {}

    /// Event 19, with an OPEN that is well-formed; whether it is acceptable is for the machine to say.
    record BgpOpen(Open open) implements SessionEvent {}

    /// Event 21.
    ///
    /// @param answer what the peer is to be told
    /// @param what what it did, as the rest of a sentence that starts with its name
    record BgpHeaderErr(Notification answer, String what) implements SessionEvent {}

    /// Event 22: an OPEN that is not well-formed; fields as in [BgpHeaderErr].
    record BgpOpenMsgErr(Notification answer, String what) implements SessionEvent {}

    /// Event 24: a NOTIFICATION about our version.
    record NotifMsgVerErr(Notification notification) implements SessionEvent {}

    /// Event 25: any other NOTIFICATION.
    record NotifMsg(Notification notification) implements SessionEvent {}

    /// Event 26.
    record KeepAliveMsg() implements SessionEvent {}

    /// Event 27, also for an UPDATE with faults that the session survives.
    record UpdateMsg() implements SessionEvent {}

    /// Event 28: an UPDATE that ends the session; fields as in [BgpHeaderErr].
    record UpdateMsgErr(Notification answer, String what) implements SessionEvent {}

    /// Event 29 ([RFC 9687 4](https://www.rfc-editor.org/rfc/rfc9687#section-4)).
    record SendHoldTimerExpires() implements SessionEvent {}

    /// Without a number: the session has been up for long enough to count as stable.
    record ProbationTimerExpires() implements SessionEvent {}

    /// Without a number: BFD says that the path is up.
    record PathUp() implements SessionEvent {}

    /// Without a number: BFD says that the path is no longer up
    /// ([RFC 9384](https://www.rfc-editor.org/rfc/rfc9384)).
    record PathDown() implements SessionEvent {}

    /// Without a number: BFD says nothing of the path.
    record PathUnknown() implements SessionEvent {}

    /// Without a number: the path did not come up in time (strict mode).
    record BfdHoldTimerExpires() implements SessionEvent {}

    /// Without a number; [RFC 2918 4](https://www.rfc-editor.org/rfc/rfc2918#section-4).
    record RouteRefreshMsg(RouteRefresh request) implements SessionEvent {}
}
