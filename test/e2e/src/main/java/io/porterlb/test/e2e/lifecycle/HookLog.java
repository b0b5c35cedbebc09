package io.porterlb.test.e2e.lifecycle;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What the Job of `helm uninstall` prints, read while it runs: it is gone with its log when it has succeeded.
public final class HookLog {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CompletableFuture<String> text = new CompletableFuture<>();

    private HookLog() {}

    /// Begins to read, from before the Job is there until it ends.
    public static HookLog follow(KubernetesCluster cluster, String namespace) {
        HookLog log = new HookLog();
        Command follow = Command.of(List.of(
                cluster.kubectlProgram().toString(),
                "--kubeconfig=" + cluster.kubeconfig(),
                "--namespace=" + namespace,
                "logs",
                "--follow",
                "job/porter-uninstall"));
        Thread.ofVirtual().name("hook log").start(() -> log.read(follow));
        return log;
    }

    private void read(Command follow) {
        CommandResult last = Wait.untilValue(
                PATIENCE, follow::result, result -> !result.output().isEmpty());
        text.complete(last.output() + last.error());
    }

    /// All of it, when the Job has ended.
    public String text() {
        return text.join();
    }
}
