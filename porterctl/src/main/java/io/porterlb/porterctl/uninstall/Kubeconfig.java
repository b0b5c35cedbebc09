package io.porterlb.porterctl.uninstall;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which kubeconfig is meant, as kubectl finds it.
final class Kubeconfig {
    private Kubeconfig() {}

    /// The one that is named, else that of the environment variable KUBECONFIG, else `~/.kube/config` if it is there.
    ///
    /// @return empty for a Pod's service account
    static Optional<Path> find(@Nullable Path named) {
        return Optional.ofNullable(named)
                .or(() -> Optional.ofNullable(System.getenv("KUBECONFIG"))
                        .filter(text -> !text.isEmpty())
                        .map(Path::of))
                .or(() -> Optional.of(Path.of(System.getProperty("user.home"), ".kube", "config"))
                        .filter(Files::isReadable));
    }
}
