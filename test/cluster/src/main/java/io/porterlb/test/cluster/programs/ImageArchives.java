package io.porterlb.test.cluster.programs;

import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The images that every node has from the start, since no registry is asked: the Pods' pause container and agnhost,
/// the program that Kubernetes' own tests use as server and client.
final class ImageArchives {
    /// Raised when the recipes below change, so that a cached image is made anew.
    private static final String RECIPE = "3";

    private static final String OF_TESTS = "registry.k8s.io/e2e-test-images/";
    /// Kubernetes' own tests want nginx where a Pod must only be there.
    private static final ImageArchive PAUSE = new ImageArchive(
            List.of("registry.k8s.io/pause:3.10.1", OF_TESTS + "nginx:1.14-4"),
            List.of("/bin/busybox", "sleep", "2147483647"),
            List.of());
    /// Of jessie-dnsutils they want a shell and dig, of agnhost that it waits for ever unless it is told what to do.
    private static final ImageArchive AGNHOST = new ImageArchive(
            List.of(OF_TESTS + "agnhost:2.59", OF_TESTS + "agnhost:2.55", OF_TESTS + "jessie-dnsutils:1.7"),
            List.of("/agnhost"),
            List.of("pause"));
    /// For its servers of HTTPS.
    private static final String CERTIFICATES = "k8s.io/kubernetes/test/images/agnhost/porter";
    private static final List<String> APPLETS = List.of(
            "cat",
            "chmod",
            "cp",
            "cut",
            "date",
            "dd",
            "echo",
            "env",
            "false",
            "grep",
            "head",
            "hostname",
            "id",
            "ip",
            "kill",
            "ls",
            "md5sum",
            "mkdir",
            "mktemp",
            "mv",
            "ping",
            "ps",
            "rm",
            "sed",
            "seq",
            "sha256sum",
            "sleep",
            "sort",
            "stat",
            "tail",
            "tee",
            "test",
            "timeout",
            "touch",
            "tr",
            "true",
            "uname",
            "uniq",
            "wc",
            "xargs");

    private ImageArchives() {}

    static List<Path> get(KubernetesPrograms programs, Progress progress) {
        Path folder = programs.folder();
        try (FileLock _ = FileLock.take(folder.resolve(".images.lock"))) {
            Path pause = archive(folder, "pause", PAUSE, progress, ImageArchives::pause);
            Path agnhost = archive(
                    folder,
                    "agnhost",
                    AGNHOST,
                    progress,
                    root -> agnhost(root, programs.file(KubernetesProgram.AGNHOST)));
            return List.of(pause, agnhost);
        }
    }

    /// An image's archive, made first where it is not there.
    static Path archive(
            Path folder, String name, ImageArchive image, Progress progress, Consumer<RootFilesystem> recipe) {
        Path archive = folder.resolve("image-" + name + "-" + RECIPE + ".tar");
        if (!Files.exists(archive)) {
            progress.says("making the image " + image.names().getFirst() + " ...");
            try {
                Path root = Files.createTempDirectory(folder, "root-");
                recipe.accept(new RootFilesystem(root).folder("/", "rwxr-xr-x"));
                image.write(root, archive);
                Command.of("rm", "-rf", root.toString()).run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return archive;
    }

    private static void pause(RootFilesystem root) {
        root.copy(Path.of("/bin/busybox"), "/bin/busybox");
    }

    /// The shell is dash: busybox's runs its own applets, its nc among them, whatever PATH says.
    private static void agnhost(RootFilesystem root, Path agnhost) {
        root.copy(agnhost, "/agnhost").copy(Path.of("/bin/busybox"), "/bin/busybox");
        APPLETS.forEach(applet -> root.link("/bin/" + applet, "busybox"));
        root.program("/bin/dash").link("/bin/sh", "dash");
        List.of("/usr/bin/curl", "/usr/bin/dig", "/usr/bin/getent", "/usr/bin/nslookup", "/usr/bin/wget")
                .forEach(root::program);
        root.program("/bin/nc.openbsd").link("/bin/nc", "nc.openbsd");
        Path certificates = KubernetesPrograms.module().source(CERTIFICATES);
        List.of("localhost.crt", "localhost.key").forEach(name -> root.copy(certificates.resolve(name), "/" + name));
        root.text("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n")
                .text("/etc/group", "root:x:0:\nnogroup:x:65534:\n")
                .text("/etc/nsswitch.conf", "hosts: files dns\n")
                .text("/etc/wgetrc", "tries = 1\n")
                .folder("/tmp", "rwxrwxrwx")
                .folder("/root", "rwx------");
    }
}
