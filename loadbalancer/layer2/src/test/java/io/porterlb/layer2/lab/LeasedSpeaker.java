package io.porterlb.layer2.lab;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.Answer;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.Layer2Speaker;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Command;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A speaker in a process of its own, with a lease that it extends again and again: what a machine does that
/// agrees with others on who answers.
public final class LeasedSpeaker implements AutoCloseable {
    public static final Duration LEASE = Duration.ofMillis(300);

    private static final Duration EXTENDED_EVERY = Duration.ofMillis(50);

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
                        LeasedSpeaker.class.getName(),
                        Segment.V4.toString())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        if (!"announcing".equals(output.readLine())) {
            throw new IllegalStateException("the speaker has ended");
        }
        return new LeasedSpeaker(process);
    }

    /// Sends it a signal.
    public void signal(String name) {
        Command.of("kill", "-" + name, Long.toString(process.pid())).run();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] args) throws InterruptedException {
        try (Layer2Speaker speaker = Layer2Speaker.startLeased(status -> {
            if (status.state() instanceof AnswerState.Announcing) {
                System.out.println("announcing");
            }
        })) {
            speaker.announce(Set.of(new Answer(IpAddress.of(args[0]), Segment.DEVICE, Answer.Start.TAKE_OVER)));
            while (true) {
                speaker.answerUntil(System.nanoTime() + LEASE.toNanos());
                Thread.sleep(EXTENDED_EVERY);
            }
        }
    }
}
