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
        Session tired = Sessions.in(SessionState.OPEN_CONFIRM).withFailures(9);
        Session up = Sessions.MACHINE.on(tired, new SessionEvent.KeepAliveMsg()).next();
        assertEquals(tired.in(SessionState.ESTABLISHED), up);
        Session proven = Sessions.MACHINE
                .on(up, new SessionEvent.ProbationTimerExpires())
                .next();
        assertEquals(tired.in(SessionState.ESTABLISHED).withFailures(0), proven);
    }

    @Test
    void sessionWithoutFailuresNeedsNoProbation() {
        Session fresh = Sessions.in(SessionState.OPEN_CONFIRM).withFailures(0);
        Step step = Sessions.MACHINE.on(fresh, new SessionEvent.KeepAliveMsg());
        assertTrue(
                step.actions().stream()
                        .noneMatch(action -> action instanceof SessionAction.StartTimer(var timer, var _)
                                && timer == SessionTimer.PROBATION),
                step.toString());
    }
}
