package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.SessionState.ACTIVE;
import static io.porterlb.bgp.SessionState.CONNECT;
import static io.porterlb.bgp.SessionState.ESTABLISHED;
import static io.porterlb.bgp.SessionState.IDLE;
import static io.porterlb.bgp.SessionState.OPEN_CONFIRM;
import static io.porterlb.bgp.SessionState.OPEN_SENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.GracefulRestartCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Two connections with one peer. Ours is the side with the lower BGP identifier.
class PeerMachineTest {
    private static final PeerMachine MACHINE = new PeerMachine(Sessions.CONFIG, Restarted.NO);

    private static PeerSessions sessions(SessionState main) {
        return new PeerSessions(Sessions.in(main), Optional.empty());
    }

    private static PeerSessions sessions(SessionState main, SessionState rival) {
        return new PeerSessions(
                Sessions.in(main), Optional.of(Sessions.in(rival).openedBy(Opener.PEER)));
    }

    private static SessionEvent open(Open open) {
        return new SessionEvent.BgpOpen(open);
    }

    private static String notified(PeerStep step, Place place) {
        return step.actions().stream()
                .filter(action ->
                        action instanceof PeerAction.Do(var where, SessionAction.Send(var _)) && where == place)
                .map(action -> ((SessionAction.Send) ((PeerAction.Do) action).action()).message())
                .filter(Notification.class::isInstance)
                .map(message -> ((Notification) message).code() + "/" + ((Notification) message).subcode())
                .findFirst()
                .orElse("");
    }

    private static boolean has(PeerStep step, PeerAction action) {
        return step.actions().contains(action);
    }

    // --- where an incoming connection goes

    @ParameterizedTest
    @CsvSource({
        "IDLE, MAIN",
        "ACTIVE, MAIN",
        "CONNECT, RIVAL",
        "OPEN_SENT, RIVAL",
        "OPEN_CONFIRM, RIVAL",
        "ESTABLISHED, RIVAL"
    })
    void incomingConnectionIsTakenBy(SessionState main, Place place) {
        PeerStep step = MACHINE.incoming(sessions(main));
        assertTrue(has(step, new PeerAction.Attach(place)), step.toString());
        Session taken =
                place == Place.MAIN ? step.next().main() : step.next().rival().orElseThrow();
        assertEquals(OPEN_SENT, taken.state());
        assertEquals(Opener.PEER, taken.opener());
    }

    @Test
    void stoppedPeerTurnsConnectionsAway() {
        PeerStep step = MACHINE.incoming(PeerSessions.INITIAL);
        assertEquals(List.of(new PeerAction.TurnAway()), step.actions());
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN_SENT", "OPEN_CONFIRM"})
    void secondConnectionOfThePeerReplacesItsFirst(SessionState state) {
        PeerSessions before = new PeerSessions(Sessions.in(state).openedBy(Opener.PEER), Optional.empty());
        PeerStep step = MACHINE.incoming(before);
        assertEquals("6/7", notified(step, Place.MAIN));
        assertEquals(OPEN_SENT, step.next().main().state());
        assertEquals(1, step.next().main().failures());
    }

    @Test
    void rivalIsReplacedToo() {
        PeerStep step = MACHINE.incoming(sessions(CONNECT, OPEN_SENT));
        assertEquals("6/7", notified(step, Place.RIVAL));
        assertTrue(has(step, new PeerAction.DropRival()));
        assertTrue(step.actions().indexOf(new PeerAction.DropRival())
                < step.actions().indexOf(new PeerAction.Attach(Place.RIVAL)));
    }

    // --- collision, by RFC 4271 6.8: main is ours, the rival the peer's

    @ParameterizedTest
    @CsvSource({
        "10.0.0.2, 65000, RIVAL", // the peer's identifier is higher
        "10.0.0.0, 65000, MAIN",
        "240.0.0.0, 65000, RIVAL", // unsigned
        "10.0.0.1, 65000, MAIN", // RFC 6286 2.3: of equal ones, our AS is higher
    })
    void connectionOfTheHigherIdentifierStays(IpAddress identifier, long as, Place winner) {
        Open theirs = new Open((int) as, 30, identifier, List.of());
        for (Place late : Place.values()) {
            SessionState main = late == Place.MAIN ? OPEN_SENT : OPEN_CONFIRM;
            SessionState rival = late == Place.RIVAL ? OPEN_SENT : OPEN_CONFIRM;
            PeerStep step = MACHINE.on(sessions(main, rival), late, open(theirs));
            assertEquals("6/7", notified(step, winner == Place.MAIN ? Place.RIVAL : Place.MAIN), step.toString());
            assertEquals("", notified(step, winner));
            assertEquals(Optional.empty(), step.next().rival());
            assertEquals(winner == Place.RIVAL, has(step, new PeerAction.Promote()));
            assertEquals(
                    winner == Place.RIVAL ? Opener.PEER : Opener.US,
                    step.next().main().opener());
            assertEquals(OPEN_CONFIRM, step.next().main().state());
        }
    }

    /// Else the peer would be left in Active with no timer, and never be called again.
    @Test
    void weCallAgainIfTheConnectionThatWonHasAnOpenThatIsRefused() {
        Open badHoldTime = new Open(65000, 1, IpAddress.of("10.0.0.2"), List.of());
        PeerStep step = MACHINE.on(sessions(OPEN_CONFIRM, OPEN_SENT), Place.RIVAL, open(badHoldTime));
        assertEquals("6/7", notified(step, Place.MAIN));
        assertEquals("2/6", notified(step, Place.RIVAL));
        assertEquals(CONNECT, step.next().main().state());
        assertTrue(has(step, new PeerAction.Do(Place.MAIN, new SessionAction.Connect())), step.toString());
    }

    @Test
    void lowerAsLosesBetweenEqualIdentifiers() {
        PeerConfig config = PeerConfig.of("leaf-a", IpAddress.of("192.0.2.1"), 65001, 65002, IpAddress.of("10.0.0.1"));
        Open theirs = new Open(65002, 30, IpAddress.of("10.0.0.1"), List.of());
        assertEquals(Opener.PEER, new ConnectionCollision(config).stays(theirs));
    }

    @Test
    void openOfOneDoesNotDisturbTheOtherBeforeItsOpenIsThere() {
        PeerStep step = MACHINE.on(sessions(OPEN_SENT, OPEN_SENT), Place.RIVAL, open(Sessions.OPEN));
        assertEquals(OPEN_SENT, step.next().main().state());
        assertEquals(OPEN_CONFIRM, step.next().rival().orElseThrow().state());
    }

    @Test
    void sessionThatIsUpWins() {
        PeerStep step = MACHINE.on(sessions(ESTABLISHED, OPEN_SENT), Place.RIVAL, open(Sessions.OPEN));
        assertEquals("6/7", notified(step, Place.RIVAL));
        assertEquals(ESTABLISHED, step.next().main().state());
        assertEquals(Optional.empty(), step.next().rival());
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECT", "OPEN_SENT"})
    void rivalThatComesUpFirstTakesThePlace(SessionState main) {
        PeerStep step = MACHINE.on(sessions(main, OPEN_CONFIRM), Place.RIVAL, new SessionEvent.KeepAliveMsg());
        assertEquals(ESTABLISHED, step.next().main().state());
        assertEquals(Opener.PEER, step.next().main().opener());
        assertTrue(has(step, new PeerAction.Promote()));
        assertEquals(main == OPEN_SENT ? "6/7" : "", notified(step, Place.MAIN));
    }

    @Test
    void mainThatComesUpFirstEndsTheRival() {
        PeerStep step = MACHINE.on(sessions(OPEN_CONFIRM, OPEN_SENT), Place.MAIN, new SessionEvent.KeepAliveMsg());
        assertEquals("6/7", notified(step, Place.RIVAL));
        assertEquals(sessions(ESTABLISHED).main().state(), step.next().main().state());
        assertTrue(has(step, new PeerAction.DropRival()));
    }

    @Test
    void rivalGoesOnWhenOurOwnAttemptFails() {
        SessionEvent refused = new SessionEvent.TcpConnectionFails(new TcpFailure(TcpFailure.Kind.REFUSED, "refused"));
        PeerStep step = MACHINE.on(sessions(CONNECT, OPEN_SENT), Place.MAIN, refused);
        assertEquals(OPEN_SENT, step.next().main().state());
        assertEquals(2, step.next().main().failures());
        assertEquals(new PeerAction.Promote(), step.actions().getLast());
    }

    @Test
    void rivalThatFailsIsForgotten() {
        PeerStep step = MACHINE.on(
                sessions(ESTABLISHED, OPEN_SENT),
                Place.RIVAL,
                open(new Open(65009, 30, IpAddress.of("9.9.9.9"), List.of())));
        assertEquals(sessions(ESTABLISHED), step.next());
        assertEquals(new PeerAction.DropRival(), step.actions().getLast());
        assertFalse(step.actions().stream().anyMatch(PeerMachineTest::reports));
    }

    private static boolean reports(PeerAction action) {
        return action instanceof PeerAction.Do(var _, SessionAction.Report _);
    }

    // --- a peer that has restarted, by RFC 4724 5

    @Test
    void restartedPeerReplacesItsDeadSession() {
        PeerSessions up = established(new GracefulRestartCapability.Family(AddressFamily.IPV4_UNICAST, true));
        PeerStep accepted = MACHINE.incoming(up);
        assertEquals(ESTABLISHED, accepted.next().main().state());
        PeerStep step = MACHINE.on(accepted.next(), Place.RIVAL, open(Sessions.OPEN));
        assertEquals("", notified(step, Place.MAIN));
        assertEquals(OPEN_CONFIRM, step.next().main().state());
        assertEquals(Optional.empty(), step.next().rival());
        assertTrue(has(step, new PeerAction.Do(Place.MAIN, new SessionAction.CloseAdjRibOut())));
    }

    @Test
    void peerThatOnlyHelpsOthersReplacesNothing() {
        PeerStep accepted = MACHINE.incoming(established());
        PeerStep step = MACHINE.on(accepted.next(), Place.RIVAL, open(Sessions.OPEN));
        assertEquals("6/7", notified(step, Place.RIVAL));
        assertEquals(ESTABLISHED, step.next().main().state());
    }

    private static PeerSessions established(GracefulRestartCapability.Family... kept) {
        Capability restart = new GracefulRestartCapability(false, false, 120, List.of(kept));
        Open open = new Open(
                65000,
                30,
                IpAddress.of("10.0.0.2"),
                List.of(new MultiprotocolCapability(AddressFamily.IPV4_UNICAST), restart));
        PeerStep confirmed = MACHINE.on(sessions(OPEN_SENT), Place.MAIN, open(open));
        return MACHINE.on(confirmed.next(), Place.MAIN, new SessionEvent.KeepAliveMsg())
                .next();
    }

    // --- orders

    @Test
    void stopEndsBoth() {
        PeerStep step = MACHINE.onBoth(sessions(OPEN_CONFIRM, OPEN_SENT), Sessions.event("ManualStop"));
        assertEquals("6/3", notified(step, Place.MAIN));
        assertEquals("6/3", notified(step, Place.RIVAL));
        assertEquals(PeerSessions.INITIAL, step.next());
    }

    @Test
    void passivePeerWaitsForTheConnectionAndNeverDials() {
        PeerMachine passive = new PeerMachine(
                Sessions.CONFIG.withTransport(Sessions.CONFIG.transport().withPassive(true)), Restarted.NO);
        PeerStep started = passive.onBoth(PeerSessions.INITIAL, new SessionEvent.ManualStart());
        assertEquals(ACTIVE, started.next().main().state());
        PeerSessions sessions = passive.incoming(started.next()).next();
        PeerStep lost = passive.on(sessions, Place.MAIN, Sessions.event("TcpConnectionFails"));
        assertEquals(ACTIVE, lost.next().main().state());
        PeerStep again = passive.on(sessions(IDLE), Place.MAIN, new SessionEvent.IdleHoldTimerExpires());
        assertEquals(ACTIVE, again.next().main().state());
        Predicate<PeerAction> dials = action -> action instanceof PeerAction.Do(var _, SessionAction.Connect _);
        assertTrue(Stream.of(started, lost, again)
                .flatMap(step -> step.actions().stream())
                .noneMatch(dials));
    }

    @Test
    void peerThatIsNotKnownIsWaitedForAndTheStatusSaysSo() {
        PeerMachine unnumbered =
                new PeerMachine(Sessions.CONFIG.withAddress(new PeerAddress.OnLink("swp1")), Restarted.NO);
        PeerStep started = unnumbered.onBoth(PeerSessions.INITIAL, new SessionEvent.ManualStart());
        assertEquals(ACTIVE, started.next().main().state());
        assertTrue(started.actions().stream().anyMatch(PeerMachineTest::reports));
        assertEquals(
                OPEN_SENT, unnumbered.incoming(started.next()).next().main().state());
    }

    /// Whatever happens in whatever pair of states, afterwards a rival is connected, and there is none beside a
    /// main session that is stopped, waits, or came up just now.
    @Test
    void everyEventInEveryPairOfStatesLeavesASensiblePair() {
        for (SessionState main : List.of(CONNECT, OPEN_SENT, OPEN_CONFIRM, ESTABLISHED)) {
            for (SessionState rival : List.of(OPEN_SENT, OPEN_CONFIRM)) {
                for (SessionEvent event : Sessions.events()) {
                    for (Place place : Place.values()) {
                        assertSensible(MACHINE.on(sessions(main, rival), place, event));
                    }
                    assertSensible(MACHINE.onBoth(sessions(main, rival), event));
                }
                assertSensible(MACHINE.incoming(sessions(main, rival)));
            }
        }
    }

    private static void assertSensible(PeerStep step) {
        step.next().rival().ifPresent(rival -> {
            assertTrue(rival.state() == OPEN_SENT || rival.state() == OPEN_CONFIRM, step.toString());
            assertTrue(
                    List.of(CONNECT, OPEN_SENT, OPEN_CONFIRM, ESTABLISHED)
                            .contains(step.next().main().state()),
                    step.toString());
            assertFalse(rival.state() == OPEN_CONFIRM
                    && step.next().main().state() == OPEN_CONFIRM
                    && step.actions().contains(new PeerAction.Do(Place.MAIN, new SessionAction.Connect())));
        });
        long promotions = step.actions().stream()
                .filter(PeerAction.Promote.class::isInstance)
                .count();
        assertTrue(promotions <= 1, step.toString());
    }
}
