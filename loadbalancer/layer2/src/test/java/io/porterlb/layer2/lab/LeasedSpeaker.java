package io.porterlb.layer2.lab;

import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A speaker in a process of its own ([LeasedMain]).
public final class LeasedSpeaker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;

    private LeasedSpeaker(Process process) {
        this.process = process;
    }

    /// One that announces [Segment#V4].
    public static LeasedSpeaker start(NetworkNamespace namespace) throws IOException {
        String classes = System.getProperty("jdk.module.path") + File.pathSeparator + Path.of("target/test-classes");
        Process process = new ProcessBuilder(namespace.command(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classes,
                        LeasedMain.class.getName(),
                        Segment.V4.toString())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        if (!"announcing".equals(output.readLine())) {
            throw new IllegalStateException("the speaker has ended");
        }
        return new LeasedSpeaker(process);
    }

    /// Stops it (SIGSTOP). A signal is not there at once: this waits until the kernel has stopped each of its threads.
    public void stop() {
        signal("STOP");
        if (!Await.until(PATIENCE, this::isStopped)) {
            throw new IllegalStateException("process " + process.pid() + " goes on after SIGSTOP");
        }
    }

    /// Lets it go on (SIGCONT).
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        Command.of("kill", "-" + name, Long.toString(process.pid())).run();
    }

    private boolean isStopped() {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return threads.allMatch(LeasedSpeaker::isStopped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By the state in `stat` of proc_pid(5), which follows the name in parentheses.
    private static boolean isStopped(Path thread) {
        try {
            return Files.readString(thread.resolve("stat")).matches("(?s).*\\) T .*");
        } catch (IOException e) {
            return true; // the thread has ended
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
