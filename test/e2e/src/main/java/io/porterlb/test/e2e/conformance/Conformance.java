package io.porterlb.test.e2e.conformance;

import io.porterlb.test.cluster.process.Progress;
import io.porterlb.test.cluster.programs.E2eSuite;
import io.porterlb.test.cluster.programs.MissingPrerequisiteException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The program behind `hack/conformance`.
@Command(
        name = "hack/conformance",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs Kubernetes' own end-to-end tests against PorterLB on a cluster of three nodes, and prints each spec's"
                    + " result.",
            "Results are kept per commit in target/conformance/COMMIT/CELL (junit.xml and the logs): a run that was"
                    + " interrupted goes on where it was. In a tree with changes every run begins anew."
        },
        footer = {
            "",
            "The bgp cells take the specs of load balancers, behind a router that hashes on ports or on addresses, and"
                    + " the layer2 cells those where one node answers for each address, with kube-proxy in iptables or"
                    + " nftables mode: about 20 minutes each, most of it for the two of rolling updates. The conformance cells take those of sig-network that every cluster must pass.",
            "Exit status: 0 every spec that was asked for has passed, 1 one failed or was not run, 2 wrong arguments or"
                    + " something is missing on this machine."
        })
public final class Conformance implements Callable<Integer> {
    @CommandLine.Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CELL", description = "Which: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Cell> cells = List.of(Cell.values());

    @Option(
            names = "--spec",
            paramLabel = "WORDS",
            description = "Only specs that have these words in their names. May be repeated.")
    private List<String> words = List.of();

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many specs run at the same time. Default: ${DEFAULT-VALUE}.")
    private int atOnce = 4;

    @Option(names = "--again", description = "Forget what is kept of these cells for this commit.")
    private boolean again;

    private Conformance() {}

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Conformance())
                .registerConverter(Cell.class, Cell::of)
                .setExecutionExceptionHandler((failure, command, _) -> report(failure, command.getErr()));
    }

    /// Messages are made for people; a stack trace is not.
    private static int report(Exception failure, PrintWriter err) {
        err.println("hack/conformance: " + Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        return failure instanceof MissingPrerequisiteException
                ? CommandLine.ExitCode.USAGE
                : CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = step -> err.println("-- " + step);
        var suite = new Suite(E2eSuite.get(progress));
        ResultFolder results = ResultFolder.current();
        boolean well = true;
        for (Cell cell : cells) {
            if (again || !results.lasting()) {
                results.forget(cell);
            }
            well &= run(new CellRun(cell, suite, results.of(cell), atOnce, progress));
        }
        return well ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private boolean run(CellRun run) {
        CellReport report = run.run(this::isAskedFor);
        PrintWriter out = spec.commandLine().getOut();
        out.println(Table.of(report));
        out.println("Written to " + run.file() + ", with a log for each spec beside it.");
        return report.isWell(this::isAskedFor);
    }

    private boolean isAskedFor(Spec test) {
        return words.isEmpty() || words.stream().anyMatch(test::says);
    }
}
