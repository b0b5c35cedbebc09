package io.porterlb.bfd.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.session.Sessions.Packet;
import io.porterlb.bfd.wire.BfdPacket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Poll and Final, RFC 5880 6.5 and 6.8.3.
class PollSequenceTest {
    private static final BfdSession UP = Sessions.in(BfdState.UP);

    private static Optional<Duration> millis(long millis) {
        return Optional.of(Duration.ofMillis(millis));
    }

    private static Step change(BfdSession session, long txMillis, long rxMillis) {
        return BfdMachine.on(session, new SessionEvent.SettingsChanged(Sessions.settings(txMillis, rxMillis)));
    }

    private static BfdSession on(BfdSession session, Packet packet) {
        return Sessions.next(session, Sessions.received(packet));
    }

    private static BfdSession answered(BfdSession session) {
        return on(session, Packet.in(BfdState.UP).withFinal());
    }

    @Test
    void sessionThatComesUpPollsForItsIntervals() {
        Step step = BfdMachine.on(Sessions.in(BfdState.INIT), Sessions.received(BfdState.UP));
        BfdPacket packet = Sessions.sent(step).getFirst();
        assertTrue(packet.poll());
        assertEquals(300_000, packet.desiredMinTx());
        assertEquals(millis(300), Sessions.transmitEvery(step));
    }

    @Test
    void changeIsSaidAtOnceWithPollUntilFinalComes() {
        Step step = change(UP, 100, 100);
        BfdPacket packet = Sessions.sent(step).getFirst();
        assertTrue(packet.poll());
        assertEquals(100_000, packet.desiredMinTx());
        assertEquals(100_000, packet.requiredMinRx());
        BfdSession unanswered = on(step.next(), Packet.in(BfdState.UP));
        assertTrue(unanswered.packet().poll());
        assertFalse(answered(unanswered).packet().poll());
    }

    @Test
    void shorterSendingCountsAtOnce() {
        assertEquals(
                millis(100),
                on(change(UP, 100, 300).next(), Packet.in(BfdState.UP).at(300, 50, 3))
                        .transmitInterval());
    }

    @Test
    void longerSendingWaitsForFinal() {
        BfdSession polling = change(UP, 800, 300).next();
        assertEquals(millis(300), polling.transmitInterval());
        assertEquals(800_000, polling.packet().desiredMinTx());
        Step done =
                BfdMachine.on(polling, Sessions.received(Packet.in(BfdState.UP).withFinal()));
        assertEquals(millis(800), Sessions.transmitEvery(done));
    }

    @Test
    void shorterReceivingWaitsForFinal() {
        Packet fast = Packet.in(BfdState.UP).at(50, 300, 3);
        BfdSession polling = change(on(UP, fast), 300, 100).next();
        assertEquals(millis(900), polling.detectionTime());
        assertEquals(100_000, polling.packet().requiredMinRx());
        assertEquals(millis(300), on(polling, fast.withFinal()).detectionTime());
    }

    @Test
    void longerReceivingCountsAtOnce() {
        Step step = change(UP, 300, 800);
        assertEquals(millis(2400), step.next().detectionTime());
        assertEquals(millis(2400), Sessions.expectWithin(step));
    }

    @Test
    void secondChangeWaitsForFinalAndForAPacketWithoutFinal() {
        BfdSession polling = change(UP, 100, 300).next();
        Step again = change(polling, 200, 300);
        assertTrue(Sessions.sent(again).isEmpty());
        assertEquals(100_000, again.next().packet().desiredMinTx());
        BfdSession settling = answered(again.next());
        assertEquals(100_000, settling.packet().desiredMinTx());
        assertFalse(settling.packet().poll());
        assertEquals(Poll.SETTLING, answered(settling).poll());
        BfdSession second = on(settling, Packet.in(BfdState.UP));
        assertEquals(200_000, second.packet().desiredMinTx());
        assertTrue(second.packet().poll());
    }

    @Test
    void strayFinalIsNoAnswer() {
        assertEquals(UP, answered(UP));
    }

    @ParameterizedTest
    @EnumSource(names = {"DOWN", "INIT", "UP"})
    void pollIsAnsweredAtOnceByFinalWithoutPoll(BfdState state) {
        Step step = BfdMachine.on(
                Sessions.in(state), Sessions.received(Packet.in(BfdState.DOWN).withPoll()));
        BfdPacket answer = Sessions.sent(step).getFirst();
        assertEquals(1, Sessions.sent(step).size());
        assertTrue(answer.fin());
        assertFalse(answer.poll());
        assertEquals(step.next().state(), answer.state());
    }

    @Test
    void pollIsAnsweredDuringOurOwn() {
        BfdSession polling = change(UP, 100, 100).next();
        Step step =
                BfdMachine.on(polling, Sessions.received(Packet.in(BfdState.UP).withPoll()));
        assertFalse(Sessions.sent(step).getFirst().poll());
        assertTrue(step.next().packet().poll());
    }

    @Test
    void heldDownOneAnswersNoPoll() {
        BfdSession held = Sessions.next(UP, new SessionEvent.AdminDown());
        assertTrue(Sessions.sent(BfdMachine.on(
                        held, Sessions.received(Packet.in(BfdState.UP).withPoll())))
                .isEmpty());
    }

    @Test
    void sessionThatGoesDownStopsPollingAndIsSlowAtOnce() {
        BfdSession polling = change(UP, 100, 100).next();
        BfdSession down = Sessions.next(polling, new SessionEvent.DetectionTimeExpires());
        assertFalse(down.packet().poll());
        assertEquals(1_000_000, down.packet().desiredMinTx());
        assertEquals(100_000, down.packet().requiredMinRx());
        assertEquals(millis(1000), down.transmitInterval());
    }

    @Test
    void otherMultiplierIsSaidAtOnceWithoutPoll() {
        SessionSettings five = new SessionSettings(Sessions.SETTINGS.intervals(), 5, false);
        Step step = BfdMachine.on(UP, new SessionEvent.SettingsChanged(five));
        BfdPacket packet = Sessions.sent(step).getFirst();
        assertEquals(5, packet.detectMultiplier());
        assertFalse(packet.poll());
    }
}
