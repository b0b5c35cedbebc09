package io.porterlb.test.cluster.programs;

import io.porterlb.test.cluster.process.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// CoreDNS as an image, of the version that `hack/coredns/go.mod` pins.
public final class CoreDns {
    private static final String MODULE = "github.com/coredns/coredns";
    private static final String PROGRAM = "coredns";

    private CoreDns() {}

    /// The image's name with its tag, as kubeadm has it.
    public static String image() {
        return "registry.k8s.io/coredns/coredns:" + version();
    }

    /// The image's archive, built first where it is not there. Two callers at once don't collide: the second one waits.
    public static Path archive(Progress progress) {
        Path folder = Cache.folder(PROGRAM + "-" + version());
        try (FileLock _ = FileLock.take(folder.resolve(".lock"))) {
            Path program = folder.resolve(PROGRAM);
            if (!Files.isExecutable(program)) {
                GoModule.requireGo();
                progress.says("building CoreDNS (about 2 minutes on 2 cores) ...");
                module().build(MODULE, "-s -w", program);
            }
            var image = new ImageArchive(List.of(image()), List.of("/" + PROGRAM), List.of());
            return ImageArchives.archive(folder, PROGRAM, image, progress, root -> root.copy(program, "/" + PROGRAM));
        }
    }

    private static String version() {
        return module().version(MODULE);
    }

    private static GoModule module() {
        return GoModule.of("coredns");
    }
}
