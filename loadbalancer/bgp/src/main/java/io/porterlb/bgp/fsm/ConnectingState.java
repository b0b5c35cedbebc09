package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.SessionState.CONNECT;
import static io.porterlb.bgp.fsm.SessionTimer.CONNECT_RETRY;

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

/// Connect and Active: no connection yet.
final class ConnectingState {
    private final Forward forward;
    private final Back back;
    private final FaultText text;

    ConnectingState(Forward forward, Back back, FaultText text) {
        this.forward = forward;
        this.back = back;
        this.text = text;
    }

    Step on(Session session, SessionEvent event) {
        return switch (event) {
            case ManualStart(), AutomaticStartWithDampPeerOscillations() -> Step.of(session);
            case ManualStop _ -> Back.stop(session);
            case ConnectRetryTimerExpires() ->
                session.state() == CONNECT ? forward.connectAgain(session) : forward.start(session, CONNECT_RETRY);
            case TcpCrAcked() -> forward.toOpenSent(session, Opener.US, CONNECT_RETRY);
            case TcpConnectionConfirmed()
            when session.state() == CONNECT -> Step.of(session); // gets a session of its own: see PeerMachine
            case TcpConnectionConfirmed() -> forward.toOpenSent(session, Opener.PEER, CONNECT_RETRY);
            case TcpConnectionFails(var failure) -> back.fail(session, text.tcp(failure, session));
            case BgpHeaderErr(var _, var what) -> back.fail(session, text.refused(what));
            case BgpOpenMsgErr(var _, var what) -> back.fail(session, text.refused(what));
            case NotifMsgVerErr(var notification) -> back.fail(session, text.notification(notification));
            case PathUp() -> Step.of(session.with(BfdPath.UP));
            case PathDown() -> Step.of(session.with(BfdPath.DOWN));
            case PathUnknown() -> Step.of(session.with(BfdPath.UNKNOWN));
            case HoldTimerExpires _,
                    KeepaliveTimerExpires _,
                    IdleHoldTimerExpires _,
                    BfdHoldTimerExpires _,
                    BgpOpen _,
                    NotifMsg _,
                    KeepAliveMsg _,
                    UpdateMsg _,
                    UpdateMsgErr _,
                    SendHoldTimerExpires _,
                    ProbationTimerExpires _,
                    RouteRefreshMsg _ -> back.fail(session, back.unexpected(session, event));
        };
    }
}
