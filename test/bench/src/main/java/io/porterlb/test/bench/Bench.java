package io.porterlb.test.bench;

import io.porterlb.test.bench.report.BenchFile;
import io.porterlb.test.bench.report.Figure;
import io.porterlb.test.bench.report.Table;
import io.porterlb.test.cluster.programs.SourceTree;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The program behind `hack/bench`.
@Command(
        name = "hack/bench",
        mixinStandardHelpOptions = true,
        version = "PorterLB 0.1.0",
        description = "Measures PorterLB beside others in one run, prints a table, and writes target/bench.json.",
        footer = {
            "",
            "Names: bgp (the BGP and BFD libraries beside BIRD, FRR and GoBGP; seven minutes; root), failover (Layer 2"
                    + " addresses of a cluster, while its parts fail or are restarted; fifteen minutes; root).",
            "Exit status: 0 all goals met, 1 one is missed or a benchmark failed, 2 wrong arguments."
        })
public final class Bench implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "Which benchmarks. Default: all.")
    private List<String> names =
            Arrays.stream(Benchmark.values()).map(Benchmark::toString).toList();

    private Bench() {}

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench())
                .setExecutionExceptionHandler((failure, command, _) -> report(failure, command.getErr()));
    }

    private Benchmark benchmark(String word) {
        return Arrays.stream(Benchmark.values())
                .filter(benchmark -> benchmark.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no benchmark '" + word + "'; there are "
                                + Arrays.stream(Benchmark.values())
                                        .map(Benchmark::toString)
                                        .collect(Collectors.joining(", "))));
    }

    /// Messages are made for people; a stack trace is not.
    private static int report(Exception failure, PrintWriter err) {
        err.println("hack/bench: " + Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (Benchmark benchmark : names.stream().map(this::benchmark).toList()) {
            figures.addAll(benchmark.run());
        }
        Path file = SourceTree.root().resolve("target/bench.json");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, BenchFile.of(figures));
        spec.commandLine().getOut().print(Table.of(figures));
        spec.commandLine().getOut().println("Written to " + file + ".");
        return figures.stream().allMatch(Figure::ok) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
