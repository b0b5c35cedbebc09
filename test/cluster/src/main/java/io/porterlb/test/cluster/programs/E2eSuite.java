package io.porterlb.test.cluster.programs;

import io.porterlb.test.cluster.process.Progress;
import java.nio.file.Files;
import java.nio.file.Path;

/// The end-to-end tests of Kubernetes itself as one program, e2e.test, of the same version as the cluster's
/// programs and beside them. No cluster needs it, so that it is built only for who asks for it.
public final class E2eSuite {
    private static final String PACKAGE = "k8s.io/kubernetes/test/e2e";

    private E2eSuite() {}

    /// The program, built first where it is not there. Two callers at once don't collide: the second one waits.
    public static Path get(Progress progress) {
        Path folder = KubernetesPrograms.installed().folder();
        Path program = folder.resolve("e2e.test");
        try (FileLock _ = FileLock.take(folder.resolve(".e2e.lock"))) {
            if (!Files.isExecutable(program)) {
                GoModule.requireGo();
                progress.says("building Kubernetes' end-to-end tests (about 3 minutes on 2 cores) ...");
                KubernetesPrograms.module().buildTests(PACKAGE, KubernetesPrograms.linkerFlags(), program);
            }
        }
        return program;
    }
}
