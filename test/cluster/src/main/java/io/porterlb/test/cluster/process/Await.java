package io.porterlb.test.cluster.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for something that only asking can tell: a log line, a socket, a route. Blocks the calling thread.
public final class Await {
    private static final long BETWEEN_LOOKS = Duration.ofMillis(20).toNanos();

    private Await() {}

    /// Asks until there is an answer.
    ///
    /// @return empty where there was none within the time
    public static <T> Optional<T> found(Duration limit, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()
                    || System.nanoTime() - end > 0
                    || Thread.currentThread().isInterrupted()) {
                return answer;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    /// Asks until it is so; false where it was not within the time.
    public static boolean until(Duration limit, BooleanSupplier question) {
        return found(limit, () -> question.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }
}
