package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.SessionState.ACTIVE;
import static io.porterlb.bgp.SessionState.CONNECT;
import static io.porterlb.bgp.SessionState.ESTABLISHED;
import static io.porterlb.bgp.SessionState.IDLE;
import static io.porterlb.bgp.SessionState.OPEN_SENT;
import static io.porterlb.bgp.fsm.SessionTimer.CONNECT_RETRY;
import static io.porterlb.bgp.fsm.SessionTimer.HOLD;
import static io.porterlb.bgp.fsm.SessionTimer.IDLE_HOLD;
import static io.porterlb.bgp.fsm.SessionTimer.KEEPALIVE;
import static io.porterlb.bgp.fsm.SessionTimer.PROBATION;
import static io.porterlb.bgp.fsm.SessionTimer.SEND_HOLD;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.fsm.SessionAction.Agree;
import io.porterlb.bgp.fsm.SessionAction.CloseAdjRibOut;
import io.porterlb.bgp.fsm.SessionAction.Connect;
import io.porterlb.bgp.fsm.SessionAction.Disconnect;
import io.porterlb.bgp.fsm.SessionAction.OpenAdjRibOut;
import io.porterlb.bgp.fsm.SessionAction.Readvertise;
import io.porterlb.bgp.fsm.SessionAction.Report;
import io.porterlb.bgp.fsm.SessionAction.Send;
import io.porterlb.bgp.fsm.SessionAction.StartTimer;
import io.porterlb.bgp.fsm.SessionAction.StopTimer;
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
import io.porterlb.bgp.wire.Keepalive;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The state machine of [RFC 4271 8.2.2](https://www.rfc-editor.org/rfc/rfc4271#section-8.2.2), for one configuration:
/// one method per state, one case per event. It keeps nothing; the [Session] goes in and comes out.
///
/// ```
///             ManualStart, IdleHold expires          TcpCrAcked            BgpOpen              KeepAliveMsg
///      IDLE ──────────────────────────────► CONNECT ───────────► OPEN_SENT ────► OPEN_CONFIRM ─────► ESTABLISHED
///       ▲                                      ▲                     │
///       │                       ConnectRetry   │                     │ TcpConnectionFails
///       │                          expires     └───────── ACTIVE ◄───┘
///       └──── any failure, after which IdleHold runs (1, 2, 4 ... s); ManualStop, after which nothing runs
/// ```
public final class SessionMachine {
    /// RFC 4271 8.2.2: "a HoldTimer value of 4 minutes is suggested" while the peer's OPEN is awaited.
    static final Duration LARGE_HOLD_TIME = Duration.ofMinutes(4);

    /// RFC 9687 4.4: the larger of this and twice the hold time.
    static final Duration MIN_SEND_HOLD_TIME = Duration.ofMinutes(8);

    /// How long a session that failed before must be up to count as stable.
    static final Duration PROBATION_TIME = Duration.ofMinutes(1);

    private final PeerConfig config;
    private final Negotiation negotiation;
    private final FaultText text;

    public SessionMachine(PeerConfig config) {
        this.config = config;
        this.negotiation = new Negotiation(config);
        this.text = new FaultText(config);
    }

    /// What happens when.
    public Step on(Session session, SessionEvent event) {
        return switch (session.state()) {
            case IDLE -> idle(session, event);
            case CONNECT, ACTIVE -> connecting(session, event);
            case OPEN_SENT -> openSent(session, event);
            case OPEN_CONFIRM -> openConfirm(session, event);
            case ESTABLISHED -> established(session, event);
        };
    }

    /// The session under this machine's configuration, which may differ from the one before in what needs no new OPEN.
    public Session adopt(Session session) {
        return new Session(
                session.state(), session.failures(), session.negotiated().map(negotiation::adopt));
    }

    private Step idle(Session session, SessionEvent event) {
        return switch (event) {
            case ManualStart() -> toConnect(Session.INITIAL, IDLE_HOLD);
            case IdleHoldTimerExpires() -> toConnect(session, IDLE_HOLD);
            case ManualStop _ -> Step.of(Session.INITIAL, new StopTimer(IDLE_HOLD));
            case ConnectRetryTimerExpires _,
                    HoldTimerExpires _,
                    KeepaliveTimerExpires _,
                    TcpCrAcked _,
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

    private Step connecting(Session session, SessionEvent event) {
        return switch (event) {
            case ManualStart() -> Step.of(session);
            case ManualStop _ -> stop(session);
            case ConnectRetryTimerExpires() ->
                session.state() == CONNECT ? connectAgain(session) : toConnect(session, CONNECT_RETRY);
            case TcpCrAcked() -> toOpenSent(session);
            case TcpConnectionFails(var failure) -> fail(session, text.tcp(failure, session.state()));
            case BgpHeaderErr(var _, var what) -> fail(session, text.refused(what));
            case BgpOpenMsgErr(var _, var what) -> fail(session, text.refused(what));
            case NotifMsgVerErr(var notification) -> fail(session, text.notification(notification));
            case HoldTimerExpires _,
                    KeepaliveTimerExpires _,
                    IdleHoldTimerExpires _,
                    BgpOpen _,
                    NotifMsg _,
                    KeepAliveMsg _,
                    UpdateMsg _,
                    UpdateMsgErr _,
                    SendHoldTimerExpires _,
                    ProbationTimerExpires _,
                    RouteRefreshMsg _ -> fail(session, unexpected(session, event));
        };
    }

    private Step openSent(Session session, SessionEvent event) {
        return switch (event) {
            case ManualStart() -> Step.of(session);
            case ManualStop(var cease) -> stop(session, Notification.of(cease));
            case HoldTimerExpires() -> refuse(session, holdTimerExpired(), text.noOpen(LARGE_HOLD_TIME));
            case TcpConnectionFails(var failure) -> toActive(session, text.tcp(failure, session.state()));
            case BgpOpen(var open) ->
                switch (negotiation.accept(open)) {
                    case Negotiation.Result.Accepted(var negotiated) -> toOpenConfirm(session, negotiated);
                    case Negotiation.Result.Refused(var answer, var fault) -> refuse(session, answer, fault);
                };
            case BgpHeaderErr(var answer, var what) -> refuse(session, answer, text.refused(what));
            case BgpOpenMsgErr(var answer, var what) -> refuse(session, answer, text.refused(what));
            case NotifMsgVerErr(var notification) -> fail(session, text.notification(notification));
            // Not by the letter, which has a NOTIFICATION answered with one here and nowhere else
            case NotifMsg(var notification) -> fail(session, text.notification(notification));
            case ConnectRetryTimerExpires _,
                    KeepaliveTimerExpires _,
                    IdleHoldTimerExpires _,
                    TcpCrAcked _,
                    KeepAliveMsg _,
                    UpdateMsg _,
                    UpdateMsgErr _,
                    SendHoldTimerExpires _,
                    ProbationTimerExpires _,
                    RouteRefreshMsg _ -> fsmError(session, event, NotificationCode.UNEXPECTED_IN_OPEN_SENT);
        };
    }

    private Step openConfirm(Session session, SessionEvent event) {
        return switch (event) {
            case ManualStart() -> Step.of(session);
            case ManualStop(var cease) -> stop(session, Notification.of(cease));
            case HoldTimerExpires() -> holdTimeOver(session);
            case KeepaliveTimerExpires() -> keepalive(session);
            case TcpConnectionFails(var failure) -> fail(session, text.tcp(failure, session.state()));
            case BgpHeaderErr(var answer, var what) -> refuse(session, answer, text.refused(what));
            case BgpOpenMsgErr(var answer, var what) -> refuse(session, answer, text.refused(what));
            case NotifMsgVerErr(var notification) -> fail(session, text.notification(notification));
            case NotifMsg(var notification) -> fail(session, text.notification(notification));
            case KeepAliveMsg() -> toEstablished(session);
            case ConnectRetryTimerExpires _,
                    IdleHoldTimerExpires _,
                    TcpCrAcked _,
                    BgpOpen _,
                    UpdateMsg _,
                    UpdateMsgErr _,
                    SendHoldTimerExpires _,
                    ProbationTimerExpires _,
                    RouteRefreshMsg _ -> fsmError(session, event, NotificationCode.UNEXPECTED_IN_OPEN_CONFIRM);
        };
    }

    private Step established(Session session, SessionEvent event) {
        return switch (event) {
            case ManualStart() -> Step.of(session);
            case ManualStop(var cease) -> stop(session, Notification.of(cease));
            case HoldTimerExpires() -> holdTimeOver(session);
            case KeepaliveTimerExpires() -> keepalive(session);
            case TcpConnectionFails(var failure) -> fail(session, text.tcp(failure, session.state()));
            case BgpHeaderErr(var answer, var what) -> refuse(session, answer, text.refused(what));
            case NotifMsgVerErr(var notification) -> fail(session, text.notification(notification));
            case NotifMsg(var notification) -> fail(session, text.notification(notification));
            case KeepAliveMsg() -> new Step(session, startHold(negotiated(session)));
            case UpdateMsg() -> new Step(session, startHold(negotiated(session)));
            case UpdateMsgErr(var answer, var what) -> refuse(session, answer, text.refused(what));
            case SendHoldTimerExpires() -> fail(session, text.sendHoldTimerExpired(sendHoldTime(session)));
            case ProbationTimerExpires() -> Step.of(session.withoutFailures());
            case RouteRefreshMsg(var request)
            when request.family().equals(AddressFamily.IPV4_UNICAST) -> Step.of(session, new Readvertise());
            case RouteRefreshMsg _ -> Step.of(session); // RFC 2918 4: of another family, ignored
            case ConnectRetryTimerExpires _, IdleHoldTimerExpires _, TcpCrAcked _, BgpOpen _, BgpOpenMsgErr _ ->
                fsmError(session, event, NotificationCode.UNEXPECTED_IN_ESTABLISHED);
        };
    }

    // --- transitions forward

    private Step toConnect(Session session, SessionTimer waited) {
        return Step.of(
                session.in(CONNECT),
                new StopTimer(waited),
                new StartTimer(CONNECT_RETRY, Backoff.longest(config)),
                new Connect());
    }

    private Step connectAgain(Session session) {
        return Step.of(
                session,
                new Disconnect(),
                new Report(text.connectTimeout()),
                new StartTimer(CONNECT_RETRY, Backoff.longest(config)),
                new Connect());
    }

    private Step toOpenSent(Session session) {
        return Step.of(
                session.in(OPEN_SENT),
                new StopTimer(CONNECT_RETRY),
                new Send(negotiation.ourOpen()),
                new StartTimer(HOLD, LARGE_HOLD_TIME));
    }

    /// The retry timer takes the pause that is due after so many failures, not always the longest.
    private Step toActive(Session session, SessionFault fault) {
        Session next = session.failed(ACTIVE);
        return Step.of(
                next,
                new StopTimer(HOLD),
                new Disconnect(),
                new Report(fault),
                new StartTimer(CONNECT_RETRY, Backoff.after(next.failures(), config)));
    }

    private Step toOpenConfirm(Session session, Negotiated negotiated) {
        List<SessionAction> actions = new ArrayList<>();
        actions.add(new Agree(negotiated));
        actions.add(new Send(new Keepalive()));
        if (negotiated.holdTime().isZero()) {
            actions.add(new StopTimer(HOLD));
        } else {
            actions.add(new StartTimer(KEEPALIVE, negotiated.keepalive()));
            actions.addAll(startHold(negotiated));
        }
        return new Step(session.confirmed(negotiated), actions);
    }

    private Step toEstablished(Session session) {
        Negotiated negotiated = negotiated(session);
        List<SessionAction> actions = new ArrayList<>(startHold(negotiated));
        if (!negotiated.holdTime().isZero()) {
            actions.add(new StartTimer(SEND_HOLD, sendHoldTime(session)));
        }
        if (session.failures() > 0) {
            actions.add(new StartTimer(PROBATION, PROBATION_TIME));
        }
        actions.add(new OpenAdjRibOut(negotiated));
        return new Step(session.in(ESTABLISHED), actions);
    }

    private static List<SessionAction> startHold(Negotiated negotiated) {
        return negotiated.holdTime().isZero() ? List.of() : List.of(new StartTimer(HOLD, negotiated.holdTime()));
    }

    private static Step keepalive(Session session) {
        return Step.of(
                session,
                new Send(new Keepalive()),
                new StartTimer(KEEPALIVE, negotiated(session).keepalive()));
    }

    // --- transitions back

    private static Step stop(Session session, Notification... farewell) {
        return new Step(Session.INITIAL, release(session.state(), farewell));
    }

    private Step fail(Session session, SessionFault fault) {
        return toIdle(session, fault, release(session.state()));
    }

    private Step refuse(Session session, Notification answer, SessionFault fault) {
        return toIdle(session, fault, release(session.state(), answer));
    }

    private Step fsmError(Session session, SessionEvent event, NotificationCode code) {
        return refuse(session, Notification.of(code), unexpected(session, event));
    }

    private Step holdTimeOver(Session session) {
        Duration holdTime = negotiated(session).holdTime();
        return refuse(session, holdTimerExpired(), text.holdTimerExpired(holdTime));
    }

    private Step toIdle(Session session, SessionFault fault, List<SessionAction> released) {
        Session next = session.failed(IDLE);
        List<SessionAction> actions = new ArrayList<>(released);
        actions.add(new Report(fault));
        actions.add(new StartTimer(IDLE_HOLD, Backoff.after(next.failures(), config)));
        return new Step(next, actions);
    }

    /// "Releases all BGP resources": says farewell, closes, stops the timers that may run in this state.
    private static List<SessionAction> release(SessionState state, Notification... farewell) {
        List<SessionAction> actions = new ArrayList<>();
        for (Notification notification : farewell) {
            actions.add(new Send(notification));
        }
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
            case OPEN_CONFIRM -> List.of(HOLD, KEEPALIVE);
            case ESTABLISHED -> List.of(HOLD, KEEPALIVE, SEND_HOLD, PROBATION);
        };
    }

    // --- small things

    private static Negotiated negotiated(Session session) {
        return session.negotiated()
                .orElseThrow(() -> new IllegalStateException(session.state() + " without a negotiated OPEN"));
    }

    private static Duration sendHoldTime(Session session) {
        Duration twice = negotiated(session).holdTime().multipliedBy(2);
        return twice.compareTo(MIN_SEND_HOLD_TIME) > 0 ? twice : MIN_SEND_HOLD_TIME;
    }

    private static Notification holdTimerExpired() {
        return Notification.of(NotificationCode.HOLD_TIMER_EXPIRED);
    }

    private SessionFault unexpected(Session session, SessionEvent event) {
        String what = switch (event) {
            case BgpOpen _, BgpOpenMsgErr _ -> "an OPEN";
            case UpdateMsg _, UpdateMsgErr _ -> "an UPDATE";
            case KeepAliveMsg _ -> "a KEEPALIVE";
            case RouteRefreshMsg _ -> "a ROUTE-REFRESH";
            case NotifMsg _, NotifMsgVerErr _ -> "a NOTIFICATION";
            case ManualStart _,
                    ManualStop _,
                    ConnectRetryTimerExpires _,
                    HoldTimerExpires _,
                    KeepaliveTimerExpires _,
                    IdleHoldTimerExpires _,
                    SendHoldTimerExpires _,
                    ProbationTimerExpires _,
                    TcpCrAcked _,
                    TcpConnectionFails _,
                    BgpHeaderErr _ -> event.toString();
        };
        return text.unexpected(what, session.state());
    }
}
