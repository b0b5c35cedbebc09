package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.SessionState.ESTABLISHED;
import static io.porterlb.bgp.SessionState.IDLE;
import static io.porterlb.bgp.SessionState.OPEN_CONFIRM;
import static io.porterlb.bgp.SessionState.OPEN_SENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.Keepalive;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.RouteRefresh;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What takes more than one step.
class SessionMachineTest {
    private static final SessionMachine STRICT = new SessionMachine(Sessions.CONFIG.withStrictBfd(true));

    private static List<BgpMessage> sent(Step step) {
        return step.actions().stream()
                .filter(SessionAction.Send.class::isInstance)
                .map(action -> ((SessionAction.Send) action).message())
                .toList();
    }

    private static Open openOf(Step step) {
        return (Open) sent(step).getFirst();
    }

    // --- a peer that does not understand capabilities, by RFC 5492 3

    @ParameterizedTest
    @EnumSource(names = {"UNSUPPORTED_CAPABILITY", "UNSUPPORTED_OPTIONAL_PARAMETER"})
    void nextOpenIsWithoutCapabilitiesAndTheOneAfterWithThemAgain(NotificationCode code) {
        Step refused = Sessions.MACHINE.on(Sessions.in(OPEN_SENT), new SessionEvent.NotifMsg(Notification.of(code)));
        assertEquals(IDLE, refused.next().state());
        Step plain = connected(refused.next());
        assertEquals(List.of(), openOf(plain).capabilities());
        Step again = Sessions.MACHINE.on(plain.next(), new SessionEvent.NotifMsg(Notification.of(code)));
        assertFalse(openOf(connected(again.next())).capabilities().isEmpty());
    }

    private static Step connected(Session session) {
        Session connecting = Sessions.MACHINE
                .on(session, new SessionEvent.IdleHoldTimerExpires())
                .next();
        return Sessions.MACHINE.on(connecting, new SessionEvent.TcpCrAcked());
    }

    @Test
    void otherNotificationsChangeNothingAboutTheOpen() {
        Step refused = Sessions.MACHINE.on(
                Sessions.in(OPEN_SENT),
                new SessionEvent.NotifMsg(Notification.of(NotificationCode.CONNECTION_REJECTED)));
        assertFalse(openOf(connected(refused.next())).capabilities().isEmpty());
    }

    @Test
    void wideAsCannotDoWithoutCapabilities() {
        PeerConfig wide = PeerConfig.of(
                "leaf-a",
                Sessions.CONFIG.address().known().orElseThrow(),
                4200000000L,
                65000,
                Sessions.CONFIG.routerId());
        Step refused = new SessionMachine(wide)
                .on(
                        Sessions.in(OPEN_SENT),
                        new SessionEvent.NotifMsg(Notification.of(NotificationCode.UNSUPPORTED_CAPABILITY)));
        assertFalse(refused.next().plain());
    }

    // --- strict BFD

    private static Step strictOpen(BfdPath path) {
        return STRICT.on(Sessions.in(OPEN_SENT).with(path), new SessionEvent.BgpOpen(Sessions.OPEN));
    }

    @Test
    void strictSessionSendsNoKeepaliveBeforeThePathIsUp() {
        Step held = strictOpen(BfdPath.UNKNOWN);
        assertEquals(OPEN_CONFIRM, held.next().state());
        assertEquals(List.of(), sent(held));
        assertTrue(held.actions().contains(new SessionAction.StartTimer(SessionTimer.BFD_HOLD, Forward.BFD_HOLD_TIME)));
        Step up = STRICT.on(held.next(), new SessionEvent.PathUp());
        assertEquals(List.of(new Keepalive()), sent(up));
        assertEquals(OPEN_CONFIRM, up.next().state());
        assertEquals(
                ESTABLISHED,
                STRICT.on(up.next(), new SessionEvent.KeepAliveMsg()).next().state());
    }

    @Test
    void keepaliveThatCameBeforeThePathWasUpCounts() {
        Session held = strictOpen(BfdPath.DOWN).next();
        Session confirmed = STRICT.on(held, new SessionEvent.KeepAliveMsg()).next();
        assertEquals(OPEN_CONFIRM, confirmed.state());
        Step up = STRICT.on(confirmed, new SessionEvent.PathUp());
        assertEquals(ESTABLISHED, up.next().state());
        assertEquals(List.of(new Keepalive()), sent(up));
        assertEquals(
                Sessions.timersOf(up.next().withFailures(1)).size(),
                up.actions().stream()
                        .filter(SessionAction.StartTimer.class::isInstance)
                        .map(a -> ((SessionAction.StartTimer) a).timer())
                        .distinct()
                        .count());
    }

    @Test
    void strictSessionWithPathUpDoesNotWait() {
        assertEquals(List.of(new Keepalive()), sent(strictOpen(BfdPath.UP)));
    }

    @Test
    void pathThatGoesDownWhileTheSessionWaitsIsNoReason() {
        Session held = strictOpen(BfdPath.UNKNOWN).next();
        Step down = STRICT.on(held, new SessionEvent.PathDown());
        assertEquals(OPEN_CONFIRM, down.next().state());
        assertEquals(List.of(), sent(down));
    }

    @Test
    void pathDownIsRememberedOverTheReset() {
        Step down = STRICT.on(Sessions.in(ESTABLISHED).with(BfdPath.UP), new SessionEvent.PathDown());
        assertEquals(BfdPath.DOWN, down.next().path());
        assertEquals(
                BfdPath.DOWN,
                STRICT.on(down.next(), Sessions.event("ManualStop")).next().path());
    }

    // --- route refresh

    @Test
    void refreshOfAnAgreedFamilyIsAnswered() {
        assertEquals(
                List.of(new SessionAction.Readvertise(AddressFamily.IPV4_UNICAST)),
                refresh(AddressFamily.IPV4_UNICAST, RouteRefresh.REQUEST));
        assertEquals(List.of(), refresh(AddressFamily.IPV6_UNICAST, RouteRefresh.REQUEST));
        assertEquals(List.of(), refresh(AddressFamily.IPV4_UNICAST, RouteRefresh.BEGIN));
        assertEquals(List.of(), refresh(AddressFamily.IPV4_UNICAST, 99));
    }

    private static List<SessionAction> refresh(AddressFamily family, int subtype) {
        SessionEvent event = new SessionEvent.RouteRefreshMsg(new RouteRefresh(family, subtype));
        return Sessions.MACHINE.on(Sessions.in(ESTABLISHED), event).actions();
    }
}
