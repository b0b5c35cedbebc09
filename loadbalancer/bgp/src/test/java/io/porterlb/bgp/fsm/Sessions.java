package io.porterlb.bgp.fsm;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.RouteRefresh;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.FourOctetAsCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A configuration, a session in every state, each with a failure behind it, and one of every event.
final class Sessions {
    static final PeerConfig CONFIG =
            PeerConfig.of("leaf-a", IpAddress.of("192.0.2.1"), 65001, 65000, IpAddress.of("10.0.0.1"));
    static final SessionMachine MACHINE = new SessionMachine(CONFIG);

    static final Open OPEN = open(65000, 30);

    private static final Map<String, SessionEvent> EVENTS = Stream.of(
                    new SessionEvent.ManualStart(),
                    new SessionEvent.AutomaticStartWithDampPeerOscillations(),
                    new SessionEvent.ManualStop(Optional.of(Notification.of(NotificationCode.PEER_DE_CONFIGURED))),
                    new SessionEvent.ConnectRetryTimerExpires(),
                    new SessionEvent.HoldTimerExpires(),
                    new SessionEvent.KeepaliveTimerExpires(),
                    new SessionEvent.IdleHoldTimerExpires(),
                    new SessionEvent.TcpCrAcked(),
                    new SessionEvent.TcpConnectionConfirmed(),
                    new SessionEvent.TcpConnectionFails(new TcpFailure(TcpFailure.Kind.CLOSED, "closed")),
                    new SessionEvent.BgpOpen(OPEN),
                    new SessionEvent.BgpHeaderErr(
                            Notification.of(NotificationCode.CONNECTION_NOT_SYNCHRONIZED), "sent rubbish"),
                    new SessionEvent.BgpOpenMsgErr(
                            Notification.of(NotificationCode.OPEN_UNSPECIFIC), "sent a bad OPEN"),
                    new SessionEvent.NotifMsgVerErr(Notification.of(NotificationCode.UNSUPPORTED_VERSION_NUMBER)),
                    new SessionEvent.NotifMsg(Notification.of(NotificationCode.BAD_PEER_AS)),
                    new SessionEvent.KeepAliveMsg(),
                    new SessionEvent.UpdateMsg(),
                    new SessionEvent.UpdateMsgErr(
                            Notification.of(NotificationCode.MALFORMED_ATTRIBUTE_LIST), "sent a bad UPDATE"),
                    new SessionEvent.SendHoldTimerExpires(),
                    new SessionEvent.ProbationTimerExpires(),
                    new SessionEvent.PathUp(),
                    new SessionEvent.PathDown(),
                    new SessionEvent.PathUnknown(),
                    new SessionEvent.BfdHoldTimerExpires(),
                    new SessionEvent.RouteRefreshMsg(new RouteRefresh(AddressFamily.IPV4_UNICAST)))
            .collect(Collectors.toMap(event -> event.getClass().getSimpleName(), Function.identity()));

    static final Map<String, SessionTimer> EXPIRED = Map.of(
            "ConnectRetryTimerExpires", SessionTimer.CONNECT_RETRY,
            "HoldTimerExpires", SessionTimer.HOLD,
            "KeepaliveTimerExpires", SessionTimer.KEEPALIVE,
            "IdleHoldTimerExpires", SessionTimer.IDLE_HOLD,
            "SendHoldTimerExpires", SessionTimer.SEND_HOLD,
            "ProbationTimerExpires", SessionTimer.PROBATION,
            "BfdHoldTimerExpires", SessionTimer.BFD_HOLD);

    private Sessions() {}

    static SessionEvent event(String name) {
        return Objects.requireNonNull(EVENTS.get(name), name);
    }

    static Collection<SessionEvent> events() {
        return EVENTS.values();
    }

    static Open open(long as, int holdTime) {
        List<Capability> capabilities =
                List.of(new MultiprotocolCapability(AddressFamily.IPV4_UNICAST), new FourOctetAsCapability(as));
        return new Open(23456, holdTime, IpAddress.of("10.0.0.2"), capabilities);
    }

    static Session in(SessionState state) {
        boolean agreed = state.compareTo(SessionState.OPEN_CONFIRM) >= 0;
        return new Session(
                state,
                1,
                agreed ? Optional.of(negotiated()) : Optional.empty(),
                Opener.US,
                false,
                BfdPath.UNKNOWN,
                BfdGate.OPEN);
    }

    private static Negotiated negotiated() {
        return new Negotiated(
                IpAddress.of("10.0.0.2"),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                CodecContext.ipv4(true, true),
                Set.of(FamilyConfig.IPV4),
                false,
                PeerOffer.of(OPEN));
    }

    static Set<SessionTimer> timersOf(Session session) {
        return switch (session.state()) {
            case IDLE -> EnumSet.of(SessionTimer.IDLE_HOLD);
            case CONNECT, ACTIVE -> EnumSet.of(SessionTimer.CONNECT_RETRY);
            case OPEN_SENT -> EnumSet.of(SessionTimer.HOLD);
            case OPEN_CONFIRM -> EnumSet.of(SessionTimer.HOLD, SessionTimer.KEEPALIVE);
            case ESTABLISHED -> {
                Set<SessionTimer> timers =
                        EnumSet.of(SessionTimer.HOLD, SessionTimer.KEEPALIVE, SessionTimer.SEND_HOLD);
                if (session.failures() > 0) {
                    timers.add(SessionTimer.PROBATION);
                }
                yield timers;
            }
        };
    }
}
