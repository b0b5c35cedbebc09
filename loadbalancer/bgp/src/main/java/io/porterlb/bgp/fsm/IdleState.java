package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.fsm.SessionTimer.IDLE_HOLD;

import io.porterlb.bgp.fsm.SessionAction.StopTimer;
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

/// Stopped, or waiting after a failure. While it waits it takes the connection that the peer opens, other than RFC 4271
/// 8.1.1 has it: our pause is to spare the peer, and one that is back would else be turned away, and wait itself.
final class IdleState {
    private final Forward forward;
    private final Back back;

    IdleState(Forward forward, Back back) {
        this.forward = forward;
        this.back = back;
    }

    Step on(Session session, SessionEvent event) {
        return switch (event) {
            case ManualStart() -> forward.start(session.stopped(), IDLE_HOLD);
            case AutomaticStartWithDampPeerOscillations() -> back.pause(session.stopped());
            case IdleHoldTimerExpires() -> forward.start(session, IDLE_HOLD);
            case ManualStop _ -> Step.of(session.stopped(), new StopTimer(IDLE_HOLD));
            case TcpConnectionConfirmed()
            when session.waitsToRetry() -> forward.toOpenSent(session, Opener.PEER, IDLE_HOLD);
            case PathUp() -> Step.of(session.with(BfdPath.UP));
            case PathDown() -> Step.of(session.with(BfdPath.DOWN));
            case PathUnknown() -> Step.of(session.with(BfdPath.UNKNOWN));
            case ConnectRetryTimerExpires _,
                    HoldTimerExpires _,
                    KeepaliveTimerExpires _,
                    BfdHoldTimerExpires _,
                    TcpCrAcked _,
                    TcpConnectionConfirmed _,
                    TcpConnectionFails _,
                    BgpOpen _,
                    BgpHeaderErr _,
                    BgpOpenMsgErr _,
                    NotifMsgVerErr _,
                    NotifMsg _,
                    KeepAliveMsg _,
                    UpdateMsg _,
                    UpdateMsgErr _,
                    SendHoldTimerExpires _,
                    ProbationTimerExpires _,
                    RouteRefreshMsg _ -> Step.of(session);
        };
    }
}
