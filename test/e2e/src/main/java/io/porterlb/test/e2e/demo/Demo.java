package io.porterlb.test.e2e.demo;

import io.porterlb.test.cluster.ClusterSpec;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.Lifetime;
import io.porterlb.test.cluster.fabric.FabricKind;
import io.porterlb.test.cluster.fabric.FabricSpec;
import io.porterlb.test.cluster.process.Progress;
import io.porterlb.test.cluster.programs.MissingPrerequisiteException;
import io.porterlb.test.e2e.install.HelmRelease;
import io.porterlb.test.e2e.install.Images;
import io.porterlb.test.e2e.install.SourceTree;
import io.porterlb.test.e2e.paths.Paths;
import io.porterlb.test.e2e.promise.Promises;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Service;
import io.porterlb.test.e2e.stage.Stage;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The whole thing, to look at: a real Kubernetes, a fabric of real routers, PorterLB, and a client.
@Command(
        name = "hack/demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts a Kubernetes of two nodes behind 2 leaf, 2 spine and 2 border routers, installs PorterLB, and shows"
                    + " that a client reaches a Service over every path while routers and nodes are cut off.",
            "Stays up until Ctrl-C. Everything runs in network namespaces of its own and is gone afterwards."
        })
public final class Demo implements Callable<Integer> {
    @Option(
            names = "--check",
            description = "Don't stay: print one line a promise (ok, FAILED or NOT RUN) and tear down. The exit status"
                    + " is 0 if none failed, else 1; 2 if something is missing that can't be installed.")
    private boolean check;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "demo",
            description = "Name of the cluster, for hack/cluster --name. Default: ${DEFAULT-VALUE}.")
    private String name = "";

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Demo())
                .setExecutionExceptionHandler((failure, command, _) -> report(failure, command.getErr()))
                .execute(arguments));
    }

    /// Messages are made for people; a stack trace is not.
    private static int report(Exception failure, PrintWriter err) {
        err.println("hack/demo: " + Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        return failure instanceof MissingPrerequisiteException
                ? CommandLine.ExitCode.USAGE
                : CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        long began = System.nanoTime();
        ClusterSpec wanted = ClusterSpec.of(name)
                .withFabric(FabricSpec.of(FabricKind.LEAF_SPINE).withBfd());
        try (KubernetesCluster cluster = KubernetesCluster.start(wanted, Lifetime.OWNED, says(out))) {
            HelmRelease porterlb = HelmRelease.of(cluster);
            Report report = new Report(out);
            install(porterlb, report, says(out));
            Promises.check(new Stage(cluster, porterlb.pods(), new Paths(cluster), true), report, says(out));
            out.println(summary(report, Duration.ofNanos(System.nanoTime() - began)));
            if (!check) {
                stay(cluster, out);
            }
            return report.failures().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static void install(HelmRelease porterlb, Report report, Progress progress) {
        progress.says("the images of PorterLB, built if they are not there, and loaded into the nodes");
        Images.current().load(porterlb.cluster());
        progress.says("PorterLB is installed from its Helm chart");
        Duration took = FirstAnswer.install(porterlb.cluster(), porterlb);
        report.expect(
                true,
                "the client has an answer from Service echo %d.%d s after 'helm install' was begun on a new cluster"
                        .formatted(took.toSeconds(), took.toMillisPart() / 100));
    }

    /// The checks have deleted the Service of the examples; who looks on wants one.
    private static void stay(KubernetesCluster cluster, PrintWriter out) throws InterruptedException {
        cluster.kubectl("apply", "-f", SourceTree.path("manifests/examples").toString());
        String address = new Service(cluster, Stage.SERVICE).awaitAddress();
        out.println("""

                It stays up until Ctrl-C. From another terminal, as root:
                  hack/cluster exec --name %1$s client curl http://%2$s/hostname
                  hack/cluster routers --name %1$s
                  hack/cluster link --name %1$s leaf1 down
                  export KUBECONFIG=%3$s
                  %4$s get eip,bgppeer,porternodes
                  %4$s -n porterlb-system get pods
                  %4$s -n porterlb-system logs deployment/porter-manager
                  %4$s -n porterlb-system logs daemonset/porter-agent --all-pods --prefix
                """.formatted(cluster.spec().name(), address, cluster.kubeconfig(), cluster.kubectlProgram()));
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "tear down"));
        new CountDownLatch(1).await();
    }

    private static Progress says(PrintWriter out) {
        return step -> out.println("-- " + step);
    }

    private static String summary(Report report, Duration took) {
        long notRun = report.lines().stream()
                .filter(line -> line.outcome() == Report.Outcome.NOT_RUN)
                .count();
        return "%d ok, %d failed, %d not run, in %d s"
                .formatted(
                        report.lines().size() - report.failures().size() - notRun,
                        report.failures().size(),
                        notRun,
                        took.toSeconds());
    }
}
