package io.porterlb.layer2.lab;

import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Command;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A speaker in a process of its own ([LeasedMain]).
public final class LeasedSpeaker implements AutoCloseable {
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

    /// Sends it a signal.
    public void signal(String name) {
        Command.of("kill", "-" + name, Long.toString(process.pid())).run();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
