package io.porterlb.bfd.speaker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionTimersTest {
    private final MockTicker ticker = Ticker.newMockTicker();
    private final EmbeddedChannel channel =
            EmbeddedChannel.builder().ticker(ticker).build();
    private int transmitted;
    private int silent;
    private final SessionTimers timers = new SessionTimers(channel.eventLoop(), () -> transmitted++, () -> silent++);

    private void pass(long millis) {
        for (long i = 0; i < millis; i++) {
            ticker.advance(1, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void silenceIsNoticedWhenTheTimeIsOver() {
        timers.heard();
        timers.expectWithin(millis(150));
        pass(149);
        assertEquals(0, silent);
        pass(5);
        assertEquals(1, silent);
        pass(1000);
        assertEquals(1, silent);
    }

    @Test
    void everyPacketGivesTheWholeTimeAgain() {
        timers.heard();
        timers.expectWithin(millis(150));
        for (int i = 0; i < 20; i++) {
            pass(149);
            timers.heard();
            timers.expectWithin(millis(150));
        }
        assertEquals(0, silent);
        pass(155);
        assertEquals(1, silent);
    }

    @Test
    void shorterTimeCountsFromTheLastPacket() {
        timers.heard();
        timers.expectWithin(millis(3000));
        pass(100);
        timers.expectWithin(millis(150));
        pass(55);
        assertEquals(1, silent);
    }

    /// The process stood still for longer than the Detection Time; the packet that waited in the socket is read
    /// after the timer has been looked at.
    @Test
    void pauseOfOurOwnIsNotTheNeighborsSilence() {
        timers.heard();
        timers.expectWithin(millis(150));
        ticker.advance(500, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        timers.heard();
        timers.expectWithin(millis(150));
        pass(140);
        assertEquals(0, silent);
        pass(20);
        assertEquals(1, silent);
    }

    @Test
    void nextPacketIsDueOneIntervalAfterTheLast() {
        timers.transmitAfter(millis(1000));
        pass(999);
        assertEquals(0, transmitted);
        pass(1);
        assertEquals(1, transmitted);
        timers.transmitAfter(millis(1000));
        pass(200);
        timers.transmitAfter(millis(300));
        pass(100);
        assertEquals(2, transmitted);
        timers.transmitAfter(millis(1000));
        pass(400);
        timers.transmitAfter(millis(300));
        pass(1);
        assertEquals(3, transmitted, "its time had passed already");
    }

    @Test
    void nothingIsDueOnceStopped() {
        timers.heard();
        timers.transmitAfter(millis(100));
        timers.expectWithin(millis(100));
        timers.stop();
        timers.transmitNow();
        pass(500);
        assertEquals(0, transmitted + silent);
    }
}
