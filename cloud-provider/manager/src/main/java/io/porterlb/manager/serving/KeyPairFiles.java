package io.porterlb.manager.serving;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a certificate and its key are, both PEM.
public record KeyPairFiles(Path certificate, Path privateKey) {
    /// As upstream names them (`k8s.io/cloud-provider/options`, `PairName`).
    private static final String PAIR = "cloud-controller-manager";

    /// Those of a folder; empty if they are not there.
    public static Optional<KeyPairFiles> in(Path folder) {
        KeyPairFiles files = new KeyPairFiles(folder.resolve(PAIR + ".crt"), folder.resolve(PAIR + ".key"));
        return Files.exists(files.certificate) && Files.exists(files.privateKey)
                ? Optional.of(files)
                : Optional.empty();
    }
}
