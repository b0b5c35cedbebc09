package io.porterlb.bgp.fsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.SessionTimes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
        PeerConfig five = Sessions.CONFIG.withTimes(
                new SessionTimes(Duration.ofSeconds(90), Optional.empty(), Optional.of(Duration.ofSeconds(5))));
        assertEquals(List.of(1L, 2L, 4L, 5L, 5L), seconds(five, 5));
    }

    @Test
    void failuresAreForgottenOnlyAfterProbation() {
        Optional<Negotiated> negotiated = Sessions.in(SessionState.OPEN_CONFIRM).negotiated();
        Session tired = new Session(SessionState.OPEN_CONFIRM, 9, negotiated);
        Session up = Sessions.MACHINE.on(tired, new SessionEvent.KeepAliveMsg()).next();
        assertEquals(new Session(SessionState.ESTABLISHED, 9, negotiated), up);
        Session proven = Sessions.MACHINE
                .on(up, new SessionEvent.ProbationTimerExpires())
                .next();
        assertEquals(new Session(SessionState.ESTABLISHED, 0, negotiated), proven);
    }

    @Test
    void sessionWithoutFailuresNeedsNoProbation() {
        Session fresh = new Session(
                SessionState.OPEN_CONFIRM,
                0,
                Sessions.in(SessionState.OPEN_CONFIRM).negotiated());
        Step step = Sessions.MACHINE.on(fresh, new SessionEvent.KeepAliveMsg());
        assertTrue(
                step.actions().stream()
                        .noneMatch(action -> action instanceof SessionAction.StartTimer(var timer, var _)
                                && timer == SessionTimer.PROBATION),
                step.toString());
    }
}
