package io.porterlb.bgp.fsm;

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
import io.porterlb.bgp.fsm.SessionEvent.ProbationTimerExpires;
import io.porterlb.bgp.fsm.SessionEvent.RouteRefreshMsg;
import io.porterlb.bgp.fsm.SessionEvent.SendHoldTimerExpires;
import io.porterlb.bgp.fsm.SessionEvent.TcpConnectionFails;
import io.porterlb.bgp.fsm.SessionEvent.TcpCrAcked;
import io.porterlb.bgp.fsm.SessionEvent.UpdateMsg;
import io.porterlb.bgp.fsm.SessionEvent.UpdateMsgErr;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.fault.NotificationCode;

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
            case ManualStart() -> Step.of(session);
            case ManualStop(var cease) -> Back.stop(session, Notification.of(cease));
            case HoldTimerExpires() ->
                back.refuse(
                        session,
                        Notification.of(NotificationCode.HOLD_TIMER_EXPIRED),
                        text.noOpen(Forward.LARGE_HOLD_TIME));
            case TcpConnectionFails(var failure) -> back.toActive(session, text.tcp(failure, session.state()));
            case BgpOpen(var open) ->
                switch (negotiation.accept(open)) {
                    case Negotiation.Result.Accepted(var negotiated) -> forward.toOpenConfirm(session, negotiated);
                    case Negotiation.Result.Refused(var answer, var fault) -> back.refuse(session, answer, fault);
                };
            case BgpHeaderErr(var answer, var what) -> back.refuse(session, answer, text.refused(what));
            case BgpOpenMsgErr(var answer, var what) -> back.refuse(session, answer, text.refused(what));
            case NotifMsgVerErr(var notification) -> back.fail(session, text.notification(notification));
            // Not by the letter, which has a NOTIFICATION answered with one here and nowhere else
            case NotifMsg(var notification) -> back.fail(session, text.notification(notification));
            case ConnectRetryTimerExpires _,
                    KeepaliveTimerExpires _,
                    IdleHoldTimerExpires _,
                    TcpCrAcked _,
                    KeepAliveMsg _,
                    UpdateMsg _,
                    UpdateMsgErr _,
                    SendHoldTimerExpires _,
                    ProbationTimerExpires _,
                    RouteRefreshMsg _ -> back.fsmError(session, event, NotificationCode.UNEXPECTED_IN_OPEN_SENT);
        };
    }
}
