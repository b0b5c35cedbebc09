package io.porterlb.images.training;

import io.porterlb.images.process.ImageException;
import io.porterlb.images.program.BuiltModule;
import io.porterlb.images.runtime.JavaRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A router for a training run: `porterctl speak` of this build, on 127.0.0.2, with a peer on 127.0.0.1.
record Router(Process process, int port) implements AutoCloseable {
    static final int AS = 65001;
    static final int PEER_AS = 65000;

    /// Starts one that waits to be connected to.
    static Router start(BuiltModule porterctl, String mainClass, int port, Path log) {
        String classPath = porterctl.jars().stream().map(Path::toString).collect(Collectors.joining(":"));
        List<String> words = new ArrayList<>(List.of(
                JavaRuntime.tool("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                mainClass));
        words.addAll(List.of("speak", "--as", Integer.toString(AS), "--router-id", "192.0.2.1"));
        words.addAll(List.of("--peer", "127.0.0.1:" + PEER_AS, "--listen", "127.0.0.2:" + port, "--passive"));
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Router(process, port);
        } catch (IOException e) {
            throw new ImageException("can't start porterctl as a router: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
