package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.wire.fault.NotificationCode.BFD_DOWN;
import static io.porterlb.bgp.wire.fault.NotificationCode.UNEXPECTED_IN_OPEN_CONFIRM;

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

/// Both OPENs are accepted here, the peer's KEEPALIVE is awaited; in strict mode first of all BFD.
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
            case ManualStart(), AutomaticStartWithDampPeerOscillations() -> Step.of(session);
            case ManualStop(var farewell) -> Back.stop(session, farewell);
            case HoldTimerExpires() -> back.holdTimeOver(session);
            case KeepaliveTimerExpires() -> Forward.keepalive(session);
            case TcpConnectionFails(var failure) -> back.fail(session, text.tcp(failure, session));
            case BgpHeaderErr(var answer, var what) -> back.refuse(session, answer, text.refused(what));
            case BgpOpenMsgErr(var answer, var what) -> back.refuse(session, answer, text.refused(what));
            case NotifMsgVerErr(var notification) -> back.fail(session, text.notification(notification));
            case NotifMsg(var notification) -> back.fail(session, text.notification(notification));
            case KeepAliveMsg() -> confirmed(session);
            case PathUp() -> forward.open(session.with(BfdPath.UP));
            case PathDown() -> down(session.with(BfdPath.DOWN));
            case PathUnknown() -> Step.of(session.with(BfdPath.UNKNOWN));
            case BfdHoldTimerExpires() ->
                back.refuse(session, Notification.of(BFD_DOWN), text.noBfd(Forward.BFD_HOLD_TIME));
            case TcpConnectionConfirmed() -> Step.of(session); // gets a session of its own: see PeerMachine
            case ConnectRetryTimerExpires _,
                    IdleHoldTimerExpires _,
                    TcpCrAcked _,
                    BgpOpen _,
                    UpdateMsg _,
                    UpdateMsgErr _,
                    SendHoldTimerExpires _,
                    ProbationTimerExpires _,
                    RouteRefreshMsg _ -> back.fsmError(session, event, UNEXPECTED_IN_OPEN_CONFIRM);
        };
    }

    private Step confirmed(Session session) {
        return switch (session.gate()) {
            case OPEN -> forward.toEstablished(session);
            case SHUT, SHUT_AND_CONFIRMED -> Step.of(session.with(BfdGate.SHUT_AND_CONFIRMED));
        };
    }

    private Step down(Session session) {
        return switch (session.gate()) {
            case OPEN -> back.refuse(session, Notification.of(BFD_DOWN), text.bfdDown());
            case SHUT, SHUT_AND_CONFIRMED -> Step.of(session);
        };
    }
}
