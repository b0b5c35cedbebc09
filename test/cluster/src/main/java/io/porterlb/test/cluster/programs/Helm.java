package io.porterlb.test.cluster.programs;

import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The program helm, of the version that `hack/helm/go.mod` pins, with files of its own in place of the user's.
///
/// @param folder where it is
public record Helm(Path folder) {
    private static final String MODULE = "helm.sh/helm/v3";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /// The program, built first where it is not there. Two callers at once don't collide: the second one waits.
    public static Helm get(Progress progress) {
        Helm helm = installed();
        if (!Files.isExecutable(helm.program())) {
            helm.build(progress);
        }
        return helm;
    }

    /// The program where it is or will be, without building anything.
    public static Helm installed() {
        String version = GoModule.of("helm").version(MODULE);
        return new Helm(Cache.folder("helm-" + version));
    }

    /// The file.
    public Path program() {
        return folder.resolve("helm");
    }

    private void build(Progress progress) {
        GoModule.requireGo();
        try (FileLock _ = FileLock.take(folder.resolve(".lock"))) {
            if (!Files.isExecutable(program())) {
                progress.says("building helm (about 2 minutes on 2 cores) ...");
                GoModule module = GoModule.of("helm");
                String flags = linkerFlags(module.version(MODULE), module.version("k8s.io/client-go"));
                module.build(MODULE + "/cmd/helm", flags, program());
            }
        }
    }

    /// Its own version, and the Kubernetes version that it renders for without a cluster: without that it would be
    /// 1.20.
    static String linkerFlags(String version, String client) {
        String minor = client.split("\\.", -1)[1];
        String flags = "-s -w -X " + MODULE + "/internal/version.version=" + version;
        for (String of : List.of("/pkg/chartutil.", "/pkg/lint/rules.")) {
            String variable = " -X " + MODULE + of + "k8sVersion";
            flags += variable + "Major=1" + variable + "Minor=" + minor;
        }
        return flags;
    }

    /// A helm command for no cluster: template, lint, package, show.
    public Command command(String... arguments) {
        var words = new ArrayList<>(List.of("env", "-u", "KUBECONFIG", "HELM_NO_PLUGINS=1"));
        words.add("HELM_CACHE_HOME=" + folder.resolve("cache"));
        words.add("HELM_CONFIG_HOME=" + folder.resolve("config"));
        words.add("HELM_DATA_HOME=" + folder.resolve("data"));
        words.add(program().toString());
        words.addAll(List.of(arguments));
        return Command.of(words).withLimit(LIMIT);
    }

    /// A helm command for the cluster of a kubeconfig.
    public Command command(Path kubeconfig, String... arguments) {
        var words = new ArrayList<>(List.of("--kubeconfig", kubeconfig.toString()));
        words.addAll(List.of(arguments));
        return command(words.toArray(String[]::new));
    }
}
