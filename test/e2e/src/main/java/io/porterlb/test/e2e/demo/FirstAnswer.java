package io.porterlb.test.e2e.demo;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.e2e.install.HelmRelease;
import io.porterlb.test.e2e.install.SourceTree;
import io.porterlb.test.e2e.stage.Service;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// How long it takes from `helm install` on a new cluster until a client outside of it gets an answer from a Service.
final class FirstAnswer {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private FirstAnswer() {}

    /// Installs the release, and meanwhile the examples as soon as the API server takes them.
    ///
    /// @return the time until the first answer; Helm has seen all Pods ready by then or has waited for it
    static Duration install(KubernetesCluster cluster, HelmRelease release) {
        long began = System.nanoTime();
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> helm = CompletableFuture.runAsync(release::install, thread);
            await("the examples are not taken", () -> helm.isCompletedExceptionally() || applies(cluster));
            if (helm.isCompletedExceptionally()) {
                helm.join(); // why the release is not there is what counts, not what can't be done without it
            }
            String address = new Service(cluster, Stage.SERVICE).awaitAddress();
            await("no answer from " + address, () -> answers(cluster, address));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            helm.join();
            return took;
        }
    }

    private static boolean applies(KubernetesCluster cluster) {
        Command apply = Command.of(
                cluster.kubectlProgram().toString(),
                "--kubeconfig=" + cluster.kubeconfig(),
                "apply",
                "--filename=" + SourceTree.path("manifests/examples"));
        return apply.result().exitStatus() == 0;
    }

    private static boolean answers(KubernetesCluster cluster, String address) {
        List<String> curl = List.of("curl", "--silent", "--fail", "--max-time", "1", "http://" + address + "/hostname");
        return Command.of(cluster.fabric().client().command(curl)).result().exitStatus() == 0;
    }

    private static void await(String failure, BooleanSupplier condition) {
        if (!Wait.until(PATIENCE, condition)) {
            throw new IllegalStateException(
                    failure + ", " + PATIENCE.toMinutes() + " minutes after helm install began");
        }
    }
}
