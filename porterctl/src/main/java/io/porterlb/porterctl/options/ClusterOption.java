package io.porterlb.porterctl.options;

import io.porterlb.kube.KubeConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which cluster is meant, as kubectl finds it.
public final class ClusterOption {
    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "How to reach the API server. Default: the file that the environment variable KUBECONFIG"
                    + " names, ~/.kube/config, or in a Pod its service account, whichever is there first.")
    private @Nullable Path kubeconfig;

    /// A way to that cluster.
    ///
    /// @throws io.porterlb.kube.KubeException if the credentials can't be read
    public KubeConnection open() {
        return KubeConnection.open(find());
    }

    /// Empty for a Pod's service account.
    private Optional<Path> find() {
        return Optional.ofNullable(kubeconfig)
                .or(() -> Optional.ofNullable(System.getenv("KUBECONFIG"))
                        .filter(text -> !text.isEmpty())
                        .map(Path::of))
                .or(() -> Optional.of(Path.of(System.getProperty("user.home"), ".kube", "config"))
                        .filter(Files::isReadable));
    }
}
