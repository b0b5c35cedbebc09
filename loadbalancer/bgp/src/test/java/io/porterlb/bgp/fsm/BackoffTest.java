package io.porterlb.bgp.fsm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static List<Long> seconds(PeerConfig config, int failures) {
        return Stream.iterate(1, n -> n <= failures, n -> n + 1)
                .map(n -> Backoff.after(n, config).toSeconds())
                .toList();
    }

    @Test
    void doublesToThirtySeconds() {
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L), seconds(Sessions.CONFIG, 7));
        assertEquals(Duration.ofSeconds(30), Backoff.after(Integer.MAX_VALUE, Sessions.CONFIG));
    }

    @Test
    void connectRetryIsTheLongest() {
        PeerConfig old = Sessions.CONFIG;
        PeerConfig five = new PeerConfig(
                old.name(),
                old.address(),
                old.port(),
                old.localAs(),
                old.peerAs(),
                old.routerId(),
                old.holdTime(),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(5)),
                Optional.empty(),
                OptionalInt.empty(),
                false);
        assertEquals(List.of(1L, 2L, 4L, 5L, 5L), seconds(five, 5));
    }

    @Test
    void aSessionThatWasUpStartsOver() {
        Session tired = new Session(
                SessionState.OPEN_CONFIRM,
                9,
                Sessions.in(SessionState.OPEN_CONFIRM).negotiated());
        assertEquals(
                0,
                Sessions.MACHINE
                        .on(tired, new SessionEvent.KeepAliveMsg())
                        .next()
                        .failures());
    }
}
