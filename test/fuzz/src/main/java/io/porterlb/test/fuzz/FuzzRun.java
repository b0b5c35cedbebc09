package io.porterlb.test.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// One run of Jazzer on one target. It has a process of its own, which Jazzer ends when it has found something.
///
/// @param time how long new inputs are tried
/// @param folder where the inputs that reached new code are kept between runs, with the log and the findings
record FuzzRun(Target target, Duration time, Path folder) {
    /// Longer than the longest BGP message.
    private static final int MAX_INPUT = 4200;

    /// Waits for the end.
    FuzzResult run(Path root) throws IOException, InterruptedException {
        Path own = folder.resolve(target.toString());
        Path kept = Files.createDirectories(own.resolve("corpus"));
        Path log = own.resolve("log");
        Process process = new ProcessBuilder(command(own, kept, target.corpus(root)))
                .directory(own.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return FuzzResult.of(process.waitFor(), log);
    }

    private List<String> command(Path own, Path kept, Path seeds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=io.porterlb.**",
                "--reproducer_path=" + own,
                "-artifact_prefix=" + own.resolve("finding-"),
                "-max_total_time=" + time.toSeconds(),
                "-max_len=" + MAX_INPUT,
                "-timeout=10",
                kept.toString(),
                seeds.toString());
    }

    /// Surefire hides the real one in the manifest of a jar.
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
