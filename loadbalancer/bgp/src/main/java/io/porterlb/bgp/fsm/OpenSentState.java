package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.wire.fault.NotificationCode.HOLD_TIMER_EXPIRED;
import static io.porterlb.bgp.wire.fault.NotificationCode.UNEXPECTED_IN_OPEN_SENT;
import static io.porterlb.bgp.wire.fault.NotificationCode.UNSUPPORTED_CAPABILITY;
import static io.porterlb.bgp.wire.fault.NotificationCode.UNSUPPORTED_OPTIONAL_PARAMETER;

import io.porterlb.bgp.fsm.SessionEvent.AutomaticStartWithDampPeerOscillations;
import io.porterlb.bgp.fsm.SessionEvent.BfdHoldTimerExpires;
import io.porterlb.bgp.fsm.SessionEvent.BgpHeaderErr;
import io.porterlb.bgp.fsm.SessionEvent.BgpOpen;
import io.porterlb.bgp.fsm.SessionEvent.BgpOpenMsgErr;
import io.porterlb.bgp.fsm.SessionEvent.ConnectRetryTimerExpires;
import io.porterlb.bgp.fsm.SessionEvent.HoldTimerExpires;
import io.porterlb.bgp.fsm.SessionEvent.IdleHoldTimerExpires;
import io.porterlb.bgp.fsm.SessionEvent.KeepAliveMsg;
import io.porterlb.bgp.fsm.SessionEvent.KeepaliveTimerExpires;
import io.porterlb.bgp.fsm.SessionEvent.ManualStart;
import io.porterlb.bgp.fsm.SessionEvent.ManualStop;
import io.porterlb.bgp.fsm.SessionEvent.NotifMsg;
import io.porterlb.bgp.fsm.SessionEvent.NotifMsgVerErr;
import io.porterlb.bgp.fsm.SessionEvent.PathDown;
import io.porterlb.bgp.fsm.SessionEvent.PathUnknown;
import io.porterlb.bgp.fsm.SessionEvent.PathUp;
import io.porterlb.bgp.fsm.SessionEvent.ProbationTimerExpires;
import io.porterlb.bgp.fsm.SessionEvent.RouteRefreshMsg;
import io.porterlb.bgp.fsm.SessionEvent.SendHoldTimerExpires;
import io.porterlb.bgp.fsm.SessionEvent.TcpConnectionConfirmed;
import io.porterlb.bgp.fsm.SessionEvent.TcpConnectionFails;
import io.porterlb.bgp.fsm.SessionEvent.TcpCrAcked;
import io.porterlb.bgp.fsm.SessionEvent.UpdateMsg;
import io.porterlb.bgp.fsm.SessionEvent.UpdateMsgErr;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;

/// Our OPEN is sent, the peer's is awaited.
final class OpenSentState {
    private final Forward forward;
    private final Back back;
    private final Negotiation negotiation;
    private final FaultText text;

    OpenSentState(Forward forward, Back back, Negotiation negotiation, FaultText text) {
        this.forward = forward;
        this.back = back;
        this.negotiation = negotiation;
        this.text = text;
    }

    Step on(Session session, SessionEvent event) {
        return switch (event) {
            case ManualStart(), AutomaticStartWithDampPeerOscillations() -> Step.of(session);
            case ManualStop(var farewell) -> Back.stop(session, farewell);
            case HoldTimerExpires() ->
                back.refuse(session, Notification.of(HOLD_TIMER_EXPIRED), text.noOpen(Forward.LARGE_HOLD_TIME));
            case TcpConnectionFails(var failure) -> back.toActive(session, text.tcp(failure, session));
            case BgpOpen(var open) -> open(session, open);
            case BgpHeaderErr(var answer, var what) -> back.refuse(session, answer, text.refused(what));
            case BgpOpenMsgErr(var answer, var what) -> back.refuse(session, answer, text.refused(what));
            case NotifMsgVerErr(var notification) -> back.fail(session, text.notification(notification));
            // Not by the letter, which has a NOTIFICATION answered with one here and nowhere else
            case NotifMsg(var notification) -> notification(session, notification);
            case PathUp() -> Step.of(session.with(BfdPath.UP));
            case PathDown() -> Step.of(session.with(BfdPath.DOWN));
            case PathUnknown() -> Step.of(session.with(BfdPath.UNKNOWN));
            case TcpConnectionConfirmed() -> Step.of(session); // gets a session of its own: see PeerMachine
            case ConnectRetryTimerExpires _,
                    KeepaliveTimerExpires _,
                    IdleHoldTimerExpires _,
                    BfdHoldTimerExpires _,
                    TcpCrAcked _,
                    KeepAliveMsg _,
                    UpdateMsg _,
                    UpdateMsgErr _,
                    SendHoldTimerExpires _,
                    ProbationTimerExpires _,
                    RouteRefreshMsg _ -> back.fsmError(session, event, UNEXPECTED_IN_OPEN_SENT);
        };
    }

    private Step open(Session session, Open open) {
        return switch (negotiation.accept(open, session.plain())) {
            case Negotiation.Result.Accepted(var negotiated) -> forward.toOpenConfirm(session, negotiated);
            case Negotiation.Result.Refused(var answer, var fault) -> back.refuse(session, answer, fault);
        };
    }

    /// A peer that does not understand capabilities is asked without them the next time, where we can do without
    /// ([RFC 5492 3](https://www.rfc-editor.org/rfc/rfc5492#section-3)).
    private Step notification(Session session, Notification received) {
        boolean dislikesCapabilities =
                received.is(UNSUPPORTED_CAPABILITY) || received.is(UNSUPPORTED_OPTIONAL_PARAMETER);
        SessionFault fault = text.notification(received);
        return dislikesCapabilities && !session.plain() && negotiation.canBePlain()
                ? back.failAndRetryPlain(session, fault)
                : back.fail(session, fault);
    }
}
