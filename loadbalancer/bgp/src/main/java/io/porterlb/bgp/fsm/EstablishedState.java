package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.wire.fault.NotificationCode.BFD_DOWN;
import static io.porterlb.bgp.wire.fault.NotificationCode.UNEXPECTED_IN_ESTABLISHED;

import io.porterlb.bgp.fsm.SessionAction.Readvertise;
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
import io.porterlb.bgp.wire.RouteRefresh;

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
            case ManualStart(), AutomaticStartWithDampPeerOscillations() -> Step.of(session);
            case ManualStop(var farewell) -> Back.stop(session, farewell);
            case HoldTimerExpires() -> back.holdTimeOver(session);
            case KeepaliveTimerExpires() -> Forward.keepalive(session);
            case TcpConnectionFails(var failure) -> back.fail(session, text.tcp(failure, session));
            case BgpHeaderErr(var answer, var what) -> back.refuse(session, answer, text.refused(what));
            case NotifMsgVerErr(var notification) -> back.fail(session, text.notification(notification));
            case NotifMsg(var notification) -> back.fail(session, text.notification(notification));
            case KeepAliveMsg() -> new Step(session, Forward.startHold(session.agreed()));
            case UpdateMsg() -> new Step(session, Forward.startHold(session.agreed()));
            case UpdateMsgErr(var answer, var what) -> back.refuse(session, answer, text.refused(what));
            case SendHoldTimerExpires() -> back.fail(session, text.sendHoldTimerExpired(Forward.sendHoldTime(session)));
            case ProbationTimerExpires() -> Step.of(session.withFailures(0));
            case RouteRefreshMsg(var request) -> refresh(session, request);
            case PathUp() -> Step.of(session.with(BfdPath.UP));
            case PathDown() -> back.refuse(session.with(BfdPath.DOWN), Notification.of(BFD_DOWN), text.bfdDown());
            case PathUnknown() -> Step.of(session.with(BfdPath.UNKNOWN));
            case TcpConnectionConfirmed() -> Step.of(session); // gets a session of its own: see PeerMachine
            case ConnectRetryTimerExpires _,
                    IdleHoldTimerExpires _,
                    BfdHoldTimerExpires _,
                    TcpCrAcked _,
                    BgpOpen _,
                    BgpOpenMsgErr _ -> back.fsmError(session, event, UNEXPECTED_IN_ESTABLISHED);
        };
    }

    /// Of a family that was not agreed on it is ignored (RFC 2918 4), and so is a mark or something unknown (RFC 7313
    /// 4).
    private static Step refresh(Session session, RouteRefresh request) {
        boolean wanted = request.subtype() == RouteRefresh.REQUEST
                && session.agreed().codec().families().contains(request.family());
        return wanted ? Step.of(session, new Readvertise(request.family())) : Step.of(session);
    }
}
