package io.porterlb.layer2;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.porterlb.layer2.link.LinkTable;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps the tables that a watch tells, for the test to wait for.
final class Tables implements Consumer<LinkTable> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlockingQueue<LinkTable> told = new LinkedBlockingQueue<>();

    @Override
    public void accept(LinkTable table) {
        told.add(table);
    }

    /// The next one that is like this.
    LinkTable await(Predicate<LinkTable> wanted) throws InterruptedException {
        @Nullable LinkTable last = null;
        LinkTable next;
        do {
            next = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertNotNull(next, "no such table, but " + last);
            last = next;
        } while (!wanted.test(next));
        return next;
    }
}
