package io.porterlb.test.e2e.conformance;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Kubernetes' own end-to-end tests.
///
/// @param program e2e.test
record Suite(Path program) {
    private static final Pattern LISTED = Pattern.compile("^ +\\S+:\\d+: (.+)$", Pattern.MULTILINE);
    private static final String REPORT = "junit_01.xml";
    private static final Duration LIMIT = Duration.ofMinutes(65);

    /// All specs.
    List<Spec> specs() {
        return parse(Command.of(program.toString(), "--list-tests").run());
    }

    /// The names in `--list-tests`' output, each behind its place in the source. Some end with a space, which Ginkgo's
    /// report leaves out.
    static List<Spec> parse(String list) {
        return LISTED.matcher(list)
                .results()
                .map((MatchResult line) -> new Spec(line.group(1).strip()))
                .toList();
    }

    /// Runs one spec as a client of the cluster, outside of its nodes' network: the suite itself is what calls a
    /// Service from outside. What it prints goes to a file.
    SpecResult run(Spec spec, KubernetesCluster cluster, Path folder) {
        Path report = temporaryFolder();
        try {
            List<String> words = words(spec, cluster, report);
            CommandResult result = Command.of(cluster.fabric().client().command(words))
                    .withLimit(LIMIT)
                    .result();
            Path log = folder.resolve(spec.fileName() + ".log");
            Files.writeString(log, result.output() + result.error());
            return result(spec, report.resolve(REPORT), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Command.of("rm", "-rf", "--", report.toString()).run();
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("porterlb-e2e-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A provider of no cloud: none of its rules is known to the suite. The focus is RE2, which knows `\Q` and `\E`.
    private List<String> words(Spec spec, KubernetesCluster cluster, Path report) {
        return List.of(
                program.toString(),
                "--provider=skeleton",
                "--kubeconfig=" + cluster.internalKubeconfig(),
                "--kubectl-path=" + cluster.kubectlProgram(),
                "--num-nodes=" + cluster.spec().nodes(),
                "--report-dir=" + report,
                "--disable-log-dump=true",
                "--ginkgo.focus=" + Pattern.quote(spec.name()) + " *$",
                "--ginkgo.timeout=1h",
                "--ginkgo.v",
                "--ginkgo.no-color");
    }

    /// A spec that its suite could not even begin, as where the cluster is not well, counts as skipped in the report.
    private static SpecResult result(Spec spec, Path report, Path log) {
        SpecResult none = SpecResult.notRun(spec, "e2e.test has not come to it: see " + log);
        return Files.exists(report)
                ? JunitXml.read(report).stream()
                        .filter(result -> result.spec().equals(spec))
                        .findFirst()
                        .orElse(none)
                : none;
    }
}
