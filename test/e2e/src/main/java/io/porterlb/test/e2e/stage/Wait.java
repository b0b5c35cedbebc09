package io.porterlb.test.e2e.stage;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for something that can only be looked at from outside, such as a router's table.
public final class Wait {
    private static final Duration PERIOD = Duration.ofMillis(100);

    private Wait() {}

    /// Whether it came true within the limit.
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(PERIOD);
        }
        return true;
    }

    /// The first value that is as wanted, or the last one seen when the limit was over.
    public static <T> T untilValue(Duration limit, Supplier<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + limit.toNanos();
        T value = look.get();
        while (!wanted.test(value) && System.nanoTime() < end) {
            pause(PERIOD);
            value = look.get();
        }
        return value;
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
