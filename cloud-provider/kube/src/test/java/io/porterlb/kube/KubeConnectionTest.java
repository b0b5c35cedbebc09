package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KubeConnectionTest {
    @Test
    void aMissingKubeconfigIsNamedWithWhatToDo() {
        KubeException e =
                assertThrows(KubeException.class, () -> KubeConnection.open(Optional.of(Path.of("no-such-file"))));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith("No way to the API server with kubeconfig no-such-file: "), message);
        assertTrue(message.contains("--kubeconfig"), message);
    }
}
