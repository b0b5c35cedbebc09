package io.porterlb.bfd.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.session.Sessions.Packet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Intervals, RFC 5880 6.8.2, 6.8.4 and 6.8.7.
class TimingTest {
    private static Optional<Duration> millis(long millis) {
        return Optional.of(Duration.ofMillis(millis));
    }

    private static BfdSession upWith(Packet packet) {
        return Sessions.next(Sessions.in(BfdState.UP), Sessions.received(packet));
    }

    @ParameterizedTest
    @EnumSource(names = {"DOWN", "INIT"})
    void oncePerSecondUntilUp(BfdState state) {
        BfdSession session = Sessions.in(state, Sessions.settings(50, 50));
        assertEquals(millis(1000), session.transmitInterval());
        assertEquals(1_000_000, session.packet().desiredMinTx());
        assertEquals(50_000, session.packet().requiredMinRx());
    }

    @Test
    void slowerThanASecondStaysSo() {
        BfdSession session = Sessions.in(BfdState.DOWN, Sessions.settings(60_000, 50));
        assertEquals(60_000_000, session.packet().desiredMinTx());
    }

    @ParameterizedTest
    @CsvSource({"300, 300", "100, 300", "400, 400", "50, 300"})
    void sendsAsOftenAsBothAllow(long theirMinRx, long interval) {
        assertEquals(
                millis(interval),
                upWith(Packet.in(BfdState.UP).at(300, theirMinRx, 3)).transmitInterval());
    }

    @ParameterizedTest
    @CsvSource({"300, 3, 900", "100, 3, 900", "1000, 3, 3000", "50, 1, 300", "50, 255, 76500"})
    void detectionTimeIsTheirMultiplierTimesTheSlowerInterval(long theirMinTx, int multiplier, long time) {
        Step step = BfdMachine.on(
                Sessions.in(BfdState.UP),
                Sessions.received(Packet.in(BfdState.UP).at(theirMinTx, 300, multiplier)));
        assertEquals(millis(time), step.next().detectionTime());
        assertEquals(millis(time), Sessions.expectWithin(step));
    }

    @Test
    void everyPacketStartsTheDetectionTimeAnew() {
        Step step = BfdMachine.on(Sessions.in(BfdState.UP), Sessions.received(BfdState.UP));
        assertEquals(List.of(new SessionAction.ExpectWithin(Duration.ofMillis(900))), step.actions());
    }

    @Test
    void neighborThatWantsNoPacketsGetsNone() {
        Packet noMore = Packet.in(BfdState.UP).at(300, 0, 3);
        Step step = BfdMachine.on(Sessions.in(BfdState.UP), Sessions.received(noMore));
        assertTrue(step.actions().contains(new SessionAction.StopTransmitting()), step.toString());
        Step again = BfdMachine.on(step.next(), Sessions.received(BfdState.UP));
        assertEquals(millis(300), Sessions.transmitEvery(again));
    }

    @Test
    void neighborThatWantsNoPacketsIsToldOfTheEnd() {
        BfdSession silent = upWith(Packet.in(BfdState.UP).at(300, 0, 3));
        Step step = BfdMachine.on(silent, new SessionEvent.AdminDown());
        assertEquals(BfdState.ADMIN_DOWN, Sessions.sent(step).getFirst().state());
    }

    @Test
    void neighborInDemandModeGetsNothingWhileBothAreUp() {
        BfdSession quiet = upWith(Packet.in(BfdState.UP).withDemand());
        assertEquals(Optional.empty(), quiet.transmitInterval());
        BfdSession polling = Sessions.next(quiet, new SessionEvent.SettingsChanged(Sessions.settings(100, 100)));
        assertEquals(millis(300), polling.transmitInterval());
    }

    @Test
    void shorterWishOfTheNeighborCountsAtOnce() {
        BfdSession slow = upWith(Packet.in(BfdState.UP).at(300, 2000, 3));
        Step step = BfdMachine.on(slow, Sessions.received(Packet.in(BfdState.UP).at(300, 100, 3)));
        assertEquals(millis(300), Sessions.transmitEvery(step));
    }

    @Test
    void passiveOneSpeaksWhenSpokenTo() {
        SessionSettings passive = new SessionSettings(Sessions.SETTINGS.intervals(), 3, true);
        BfdSession held = BfdSession.of(Sessions.OURS, passive);
        Step start = BfdMachine.on(held, new SessionEvent.AdminUp());
        assertEquals(List.of(), start.actions());
        Step heard = BfdMachine.on(start.next(), Sessions.received(BfdState.DOWN));
        assertEquals(BfdState.INIT, Sessions.sent(heard).getFirst().state());
        assertEquals(millis(1000), Sessions.transmitEvery(heard));
        Step silent = BfdMachine.on(heard.next(), new SessionEvent.DetectionTimeExpires());
        assertEquals(List.of(new SessionAction.StopTransmitting()), silent.actions());
    }

    @ParameterizedTest
    @EnumSource
    void silenceMakesTheNeighborUnknownInEveryState(BfdState state) {
        BfdSession heard = Sessions.next(
                Sessions.in(state), Sessions.received(Packet.in(BfdState.UP).at(5000, 9000, 9)));
        BfdSession silent = Sessions.next(heard, new SessionEvent.DetectionTimeExpires());
        assertEquals(Remote.UNKNOWN, silent.remote());
        assertEquals(0, silent.packet().yourDiscriminator());
    }

    @Test
    void neighborWithAnotherDiscriminatorIsAnsweredByIt() {
        Step step = BfdMachine.on(
                Sessions.in(BfdState.UP),
                Sessions.received(Packet.in(BfdState.DOWN).from(77)));
        assertEquals(77, Sessions.sent(step).getFirst().yourDiscriminator());
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 300", "3, 0.999999, 225", "1, 0, 270", "1, 0.999999, 225", "255, 0.5, 262"})
    void jitterTakesUpToAQuarterAndFromASingleChanceATenthAtLeast(int multiplier, double random, long expected) {
        Duration jittered = Jitter.of(Duration.ofMillis(300), multiplier, random);
        assertEquals(expected, jittered.plusNanos(1000).toMillis());
    }
}
