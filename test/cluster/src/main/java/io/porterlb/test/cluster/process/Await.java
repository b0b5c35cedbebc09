package io.porterlb.test.cluster.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for something that only asking can tell: a log line, a socket, a route. Blocks the calling thread.
public final class Await {
    private static final Duration SOON = Duration.ofMillis(20);

    private Await() {}

    /// Asks until there is an answer.
    ///
    /// @return empty where there was none within the time
    public static <T> Optional<T> found(Duration limit, Supplier<Optional<T>> question) {
        return found(limit, SOON, question);
    }

    private static <T> Optional<T> found(Duration limit, Duration pause, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()
                    || System.nanoTime() - end > 0
                    || Thread.currentThread().isInterrupted()) {
                return answer;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /// Asks until it is so; false where it was not within the time.
    public static boolean until(Duration limit, BooleanSupplier question) {
        return until(limit, SOON, question);
    }

    /// The same for a question that costs more, as one that needs another process.
    public static boolean until(Duration limit, Duration pause, BooleanSupplier question) {
        return found(limit, pause, () -> question.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }
}
