package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.SessionState.ACTIVE;
import static io.porterlb.bgp.SessionState.ESTABLISHED;
import static io.porterlb.bgp.SessionState.IDLE;
import static io.porterlb.bgp.fsm.SessionTimer.BFD_HOLD;
import static io.porterlb.bgp.fsm.SessionTimer.CONNECT_RETRY;
import static io.porterlb.bgp.fsm.SessionTimer.HOLD;
import static io.porterlb.bgp.fsm.SessionTimer.IDLE_HOLD;
import static io.porterlb.bgp.fsm.SessionTimer.KEEPALIVE;
import static io.porterlb.bgp.fsm.SessionTimer.PROBATION;
import static io.porterlb.bgp.fsm.SessionTimer.SEND_HOLD;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.fsm.SessionAction.CloseAdjRibOut;
import io.porterlb.bgp.fsm.SessionAction.Disconnect;
import io.porterlb.bgp.fsm.SessionAction.Report;
import io.porterlb.bgp.fsm.SessionAction.Send;
import io.porterlb.bgp.fsm.SessionAction.StartTimer;
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
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.fault.NotificationCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The transitions back: they close what was open, and say why.
final class Back {
    private final PeerConfig config;
    private final FaultText text;

    Back(PeerConfig config, FaultText text) {
        this.config = config;
        this.text = text;
    }

    /// Without a word: there is nobody to say it to.
    static Step stop(Session session) {
        return stop(session, Optional.empty());
    }

    static Step stop(Session session, Optional<Notification> farewell) {
        return new Step(
                session.stopped(),
                release(session.state(), farewell.map(notification -> Farewells.toward(session, notification))));
    }

    /// The retry timer takes the pause that is due after so many failures, not always the longest. A passive
    /// peer has none.
    Step toActive(Session session, SessionFault fault) {
        Session next = session.failed(ACTIVE, false);
        List<SessionAction> actions = new ArrayList<>(release(session.state(), Optional.empty()));
        actions.add(new Report(fault));
        if (!Forward.waitsForPeer(config)) {
            actions.add(new StartTimer(CONNECT_RETRY, Backoff.after(next.failures(), config)));
        }
        return new Step(next, actions);
    }

    Step fail(Session session, SessionFault fault) {
        return toIdle(session.failed(IDLE, false), fault, release(session.state(), Optional.empty()));
    }

    Step failAndRetryPlain(Session session, SessionFault fault) {
        return toIdle(session.failed(IDLE, true), fault, release(session.state(), Optional.empty()));
    }

    Step refuse(Session session, Notification answer, SessionFault fault) {
        return toIdle(session.failed(IDLE, false), fault, release(session.state(), Optional.of(answer)));
    }

    Step fsmError(Session session, SessionEvent event, NotificationCode code) {
        return refuse(session, Notification.of(code), unexpected(session, event));
    }

    Step holdTimeOver(Session session) {
        Duration holdTime = session.agreed().holdTime();
        return refuse(session, Notification.of(NotificationCode.HOLD_TIMER_EXPIRED), text.holdTimerExpired(holdTime));
    }

    /// The pause after a failure, although there was none.
    Step pause(Session session) {
        Session next = session.failed(IDLE, false);
        return Step.of(next, new StartTimer(IDLE_HOLD, Backoff.after(next.failures(), config)));
    }

    private Step toIdle(Session next, SessionFault fault, List<SessionAction> released) {
        List<SessionAction> actions = new ArrayList<>(released);
        actions.add(new Report(fault));
        actions.add(new StartTimer(IDLE_HOLD, Backoff.after(next.failures(), config)));
        return new Step(next, actions);
    }

    /// "Releases all BGP resources": says farewell, closes, stops the timers that may run in this state.
    private static List<SessionAction> release(SessionState state, Optional<Notification> farewell) {
        List<SessionAction> actions = new ArrayList<>();
        farewell.ifPresent(notification -> actions.add(new Send(notification)));
        actions.add(new Disconnect());
        runningIn(state).forEach(timer -> actions.add(new StopTimer(timer)));
        if (state == ESTABLISHED) {
            actions.add(new CloseAdjRibOut());
        }
        return actions;
    }

    private static List<SessionTimer> runningIn(SessionState state) {
        return switch (state) {
            case IDLE -> List.of(IDLE_HOLD);
            case CONNECT, ACTIVE -> List.of(CONNECT_RETRY);
            case OPEN_SENT -> List.of(HOLD);
            case OPEN_CONFIRM -> List.of(HOLD, KEEPALIVE, BFD_HOLD);
            case ESTABLISHED -> List.of(HOLD, KEEPALIVE, SEND_HOLD, PROBATION);
        };
    }

    SessionFault unexpected(Session session, SessionEvent event) {
        String what = switch (event) {
            case BgpOpen _, BgpOpenMsgErr _ -> "an OPEN";
            case UpdateMsg _, UpdateMsgErr _ -> "an UPDATE";
            case KeepAliveMsg _ -> "a KEEPALIVE";
            case RouteRefreshMsg _ -> "a ROUTE-REFRESH";
            case NotifMsg _, NotifMsgVerErr _ -> "a NOTIFICATION";
            case ManualStart _,
                    AutomaticStartWithDampPeerOscillations _,
                    ManualStop _,
                    ConnectRetryTimerExpires _,
                    HoldTimerExpires _,
                    KeepaliveTimerExpires _,
                    IdleHoldTimerExpires _,
                    BfdHoldTimerExpires _,
                    PathUp _,
                    PathDown _,
                    PathUnknown _,
                    SendHoldTimerExpires _,
                    ProbationTimerExpires _,
                    TcpCrAcked _,
                    TcpConnectionConfirmed _,
                    TcpConnectionFails _,
                    BgpHeaderErr _ -> event.toString();
        };
        return text.unexpected(what, session.state());
    }
}
