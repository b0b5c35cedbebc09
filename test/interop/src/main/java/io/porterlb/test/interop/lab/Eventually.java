package io.porterlb.test.interop.lab;

import io.porterlb.test.cluster.process.Await;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what must come to be so.
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Eventually() {}

    /// Returns as soon as it is so.
    ///
    /// @param what is to be, for the error
    /// @param now what is instead, for the error
    public static void is(String what, BooleanSupplier question, Supplier<?> now) {
        if (!Await.until(LIMIT, BETWEEN_LOOKS, question)) {
            throw new AssertionError(what + ": not so after " + LIMIT.toSeconds() + " s; now: " + now.get());
        }
    }
}
