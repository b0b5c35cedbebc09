package io.porterlb.porterctl.speak.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// The events on their way out. [#write] is for any thread and never waits: what it gets is turned into text and
/// written by a thread of its own. If whoever reads falls behind by [#CAPACITY] events, the next ones are left out, and
/// an event `lost` says how many.
public final class EventOutput implements AutoCloseable {
    static final int CAPACITY = 1 << 16;

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /// What is empty ends the thread.
    private final BlockingQueue<Optional<Supplier<List<JsonObject>>>> queue = new LinkedBlockingQueue<>(CAPACITY);
    private final AtomicLong lost = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final PrintWriter out;
    private final Thread thread;

    public EventOutput(PrintWriter out) {
        this.out = out;
        this.thread = Thread.ofPlatform().daemon().name("events").start(this::run);
    }

    /// Hands over an event.
    ///
    /// @param lines makes the event's lines, on the thread that writes them
    public void write(Supplier<List<JsonObject>> lines) {
        if (!queue.offer(Optional.of(lines))) {
            lost.incrementAndGet();
        }
    }

    private void run() {
        try {
            for (var next = queue.take(); next.isPresent(); next = queue.take()) {
                next.get().get().forEach(this::print);
                printLost();
                if (queue.isEmpty()) {
                    out.flush();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody waits for the rest
        }
        out.flush();
    }

    private void print(JsonObject line) {
        out.println(GSON.toJson(line));
    }

    private void printLost() {
        long count = lost.getAndSet(0);
        if (count > 0) {
            print(EventLine.of("lost", Instant.now()).with("events", count).json());
        }
    }

    /// Writes what is there, and ends the thread.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                queue.put(Optional.empty());
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
