package io.porterlb.test.cluster.kubernetes;

import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Cgroup;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.process.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What makes a network namespace a machine of its own: a mount namespace in which `/run`, `/var/lib` and `/var/log`
/// are folders of its own, so that kubelet, containerd, CNI plugins and iptables' lock find their usual paths and meet
/// nobody else's files. A process that does nothing holds it; its mounts end with the last process in it.
///
/// @param role the machine's name
/// @param cgroup what its processes are put in
/// @param runFolder the cluster's folder
public record MachineSpace(String role, NetworkNamespace namespace, Cgroup cgroup, Path runFolder) {
    private static final String HOLDER = "machine";
    private static final List<String> OWN = List.of("/run", "/var/lib", "/var/log");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /// Where the machine's own folder is, as seen from outside.
    public Path outside(String path) {
        return runFolder.resolve("machines").resolve(role).resolve(path.substring(1));
    }

    /// Makes the mount namespace.
    void create() {
        HostProcess holder =
                HostProcess.start(networkOnly(), HOLDER, List.of("unshare", "--mount", "--", "sh", "-c", mounts()));
        holder.awaitLog("mounted", LIMIT);
    }

    /// Mount propagation is shared inside, as kubelet expects of a machine, and private to the outside.
    private String mounts() {
        var script = new StringBuilder("set -e\nmount --make-rshared /\n");
        for (String path : OWN) {
            createFolder(outside(path));
            script.append("mount --bind '%s' %s\n".formatted(outside(path), path));
        }
        return script.append("echo mounted\nexec sleep infinity\n").toString();
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Place networkOnly() {
        return new Place(role, namespace.command(List.of()), cgroup, runFolder);
    }

    /// The process that the mounts end with.
    HostProcess holder() {
        return HostProcess.find(networkOnly(), HOLDER)
                .filter(HostProcess::isAlive)
                .orElseThrow(() -> new IllegalStateException(role + " is not running: start the cluster again"));
    }

    /// Where the machine's processes run: in its network and its mounts.
    public Place place() {
        var entry =
                List.of("nsenter", "--net=" + namespace.path(), "--mount=/proc/" + holder().pid() + "/ns/mnt", "--");
        return new Place(role, entry, cgroup, runFolder);
    }
}
