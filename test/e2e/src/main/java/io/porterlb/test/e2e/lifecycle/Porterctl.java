package io.porterlb.test.e2e.lifecycle;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.cluster.programs.ProductionJvm;
import io.porterlb.test.e2e.install.SourceTree;
import java.nio.file.Path;
import java.time.Duration;

/// The program porterctl, as its users start it, from outside of the cluster.
public record Porterctl(KubernetesCluster cluster) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// `porterctl uninstall` with these arguments.
    public CommandResult uninstall(String... arguments) {
        return run("uninstall", arguments);
    }

    /// `porterctl`, a verb, and its arguments.
    public CommandResult run(String verb, String... arguments) {
        return runAs(cluster.kubeconfig(), verb, arguments);
    }

    /// The same with the rights of another user.
    public static CommandResult runAs(Path kubeconfig, String verb, String... arguments) {
        String[] words = new String[arguments.length + 3];
        words[0] = verb;
        words[1] = "--kubeconfig";
        words[2] = kubeconfig.toString();
        System.arraycopy(arguments, 0, words, 3, arguments.length);
        return Command.of(ProductionJvm.command(
                        SourceTree.path("porterctl/target"), "io.porterlb.porterctl.Porterctl", words))
                .withLimit(LIMIT)
                .result();
    }
}
