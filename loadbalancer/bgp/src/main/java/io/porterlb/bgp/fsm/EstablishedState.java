package io.porterlb.bgp.fsm;

import io.porterlb.bgp.fsm.SessionAction.Readvertise;
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
import io.porterlb.bgp.wire.value.AddressFamily;

/// Routes are exchanged.
final class EstablishedState {
    private final Back back;
    private final FaultText text;

    EstablishedState(Back back, FaultText text) {
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
            case NotifMsgVerErr(var notification) -> back.fail(session, text.notification(notification));
            case NotifMsg(var notification) -> back.fail(session, text.notification(notification));
            case KeepAliveMsg() -> new Step(session, Forward.startHold(session.agreed()));
            case UpdateMsg() -> new Step(session, Forward.startHold(session.agreed()));
            case UpdateMsgErr(var answer, var what) -> back.refuse(session, answer, text.refused(what));
            case SendHoldTimerExpires() -> back.fail(session, text.sendHoldTimerExpired(Forward.sendHoldTime(session)));
            case ProbationTimerExpires() -> Step.of(session.withoutFailures());
            case RouteRefreshMsg(var request)
            when request.family().equals(AddressFamily.IPV4_UNICAST) -> Step.of(session, new Readvertise());
            case RouteRefreshMsg _ -> Step.of(session); // RFC 2918 4: of another family, ignored
            case ConnectRetryTimerExpires _, IdleHoldTimerExpires _, TcpCrAcked _, BgpOpen _, BgpOpenMsgErr _ ->
                back.fsmError(session, event, NotificationCode.UNEXPECTED_IN_ESTABLISHED);
        };
    }
}
