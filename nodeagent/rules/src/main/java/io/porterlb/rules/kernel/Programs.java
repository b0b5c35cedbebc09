package io.porterlb.rules.kernel;

import io.porterlb.rules.command.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Runs a program to its end, in the network namespace of the calling thread.
public final class Programs {
    /// Beyond what ten thousand addresses need, even on a busy machine.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int LONGEST = 500; // characters, of what a program says of its failure

    /// A program may fill one pipe while we fill another, so each has a thread.
    private static final Executor PIPES = Thread::startVirtualThread;

    private Programs() {}

    public static Outcome run(Command command) {
        String name = command.program();
        try {
            return outcome(name, new ProcessBuilder(command.words()).start(), command.input());
        } catch (IOException e) {
            return new Outcome.Failed("%s can't be started (%s): PorterLB's image has it; elsewhere install it."
                    .formatted(name, e.getMessage()));
        }
    }

    private static Outcome outcome(String name, Process process, String input) {
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> all(process.getInputStream()), PIPES);
        CompletableFuture<String> error = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()), PIPES);
        PIPES.execute(() -> write(process.getOutputStream(), input));
        if (!hasEnded(process)) {
            process.destroyForcibly();
            return new Outcome.Failed(
                    Thread.currentThread().isInterrupted()
                            ? name + " was stopped, as the program ends."
                            : "%s did not end within %d s and was stopped; it is tried again."
                                    .formatted(name, LIMIT.toSeconds()));
        }
        return process.exitValue() == 0
                ? new Outcome.Done(output.join())
                : new Outcome.Failed(
                        "%s says: %s".formatted(name, beginning(error.join().strip())));
    }

    /// nft(8) repeats the line that it does not like, which may have ten thousand addresses.
    private static String beginning(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static boolean hasEnded(Process process) {
        try {
            return process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String all(InputStream from) {
        try (from) {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream to, String text) {
        try (to) {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException programDoesNotRead) {
            // Its exit status tells whether that was a fault.
        }
    }
}
