package io.porterlb.manager.serving;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.KubeException;
import java.nio.file.Path;

/// Failures as the API server's client has them.
final class Failures {
    private Failures() {}

    static KubeException noAnswer() {
        return assertThrows(KubeException.class, () -> KubeConnection.fromKubeconfig(Path.of("no-such-file")));
    }
}
