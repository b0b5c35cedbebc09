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

/// Both OPENs are accepted here, the peer's KEEPALIVE is awaited.
final class OpenConfirmState {
    private final Forward forward;
    private final Back back;
    private final FaultText text;

    OpenConfirmState(Forward forward, Back back, FaultText text) {
        this.forward = forward;
        this.back = back;
        this.text = text;
    }

    Step on(Session session, SessionEvent event) {
        return switch (event) {
            case ManualStart() -> Step.of(session);
            case ManualStop(var cease) -> Back.stop(session, Notification.of(cease));
            case HoldTimerExpires() -> back.holdTimeOver(session);
            case KeepaliveTimerExpires() -> Forward.keepalive(session);
            case TcpConnectionFails(var failure) -> back.fail(session, text.tcp(failure, session.state()));
            case BgpHeaderErr(var answer, var what) -> back.refuse(session, answer, text.refused(what));
            case BgpOpenMsgErr(var answer, var what) -> back.refuse(session, answer, text.refused(what));
            case NotifMsgVerErr(var notification) -> back.fail(session, text.notification(notification));
            case NotifMsg(var notification) -> back.fail(session, text.notification(notification));
            case KeepAliveMsg() -> forward.toEstablished(session);
            case ConnectRetryTimerExpires _,
                    IdleHoldTimerExpires _,
                    TcpCrAcked _,
                    BgpOpen _,
                    UpdateMsg _,
                    UpdateMsgErr _,
                    SendHoldTimerExpires _,
                    ProbationTimerExpires _,
                    RouteRefreshMsg _ -> back.fsmError(session, event, NotificationCode.UNEXPECTED_IN_OPEN_CONFIRM);
        };
    }
}
