package io.porterlb.images;

import io.porterlb.images.process.Folders;
import io.porterlb.images.program.BuiltModule;
import io.porterlb.images.program.ProgramFiles;
import io.porterlb.images.program.ProgramImage;
import io.porterlb.images.root.Root;
import io.porterlb.images.runtime.JavaRuntime;
import io.porterlb.images.training.TrainingRun;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Prints how long a program of a built image takes from its start to the end of its training lesson (an address given,
/// a route announced), with and without the AOT cache. Not a test: for the figures in the README.
final class StartTimes {
    private static final int RUNS = 7;

    private StartTimes() {}

    /// Runs them.
    ///
    /// @param arguments the folder that `hack/image --out` wrote
    public static void main(String... arguments) {
        for (ProgramImage program : ProgramImage.values()) {
            for (String mode : List.of("-XX:AOTMode=on", "-XX:AOTMode=off")) {
                print(Path.of(arguments[0]).toAbsolutePath(), program, mode);
            }
        }
    }

    private static void print(Path out, ProgramImage program, String mode) {
        Path work = out.resolve(".work").resolve(program.imageName());
        BuiltModule router =
                BuiltModule.of(Path.of(System.getProperty("porterlb.root", "")).toAbsolutePath(), "porterctl");
        TrainingRun run = new TrainingRun(
                new Root(work.resolve("root")), program, router, Folders.fresh(work.resolve("measured")));
        List<String> java =
                List.of(JavaRuntime.LAUNCHER, mode, "@" + ProgramFiles.OPTIONS, "-Xmx64m", program.mainClass());
        List<TrainingRun.Outcome> outcomes =
                IntStream.range(0, RUNS).mapToObj(_ -> run.run(java)).toList();
        System.out.printf(
                "%s %s: ms %s, RSS MiB %s%n",
                program.imageName(),
                mode,
                outcomes.stream().map(o -> o.took().toMillis()).sorted().toList(),
                outcomes.stream()
                        .map(o -> o.residentKibibytes() / 1024)
                        .sorted()
                        .toList());
    }
}
