package io.porterlb.test.cluster;

import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Cgroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What of a cluster can be seen on the machine, looked for without the library's own records.
record Footprint(Set<String> found) {
    static final Footprint NONE = new Footprint(Set.of());

    static Footprint of(String cluster) {
        var found = new TreeSet<String>();
        var names = new Names(cluster);
        names.existing().stream().map(NetworkNamespace::name).forEach(found::add);
        lines("/proc/self/mounts")
                .filter(line -> line.contains(names.prefix() + ".") || line.contains(folder(cluster)))
                .forEach(found::add);
        new Cgroup(names.prefix()).processes().forEach(pid -> found.add("process " + pid));
        found.addAll(cgroups(names.prefix()));
        found.addAll(processes(folder(cluster)));
        if (Files.exists(Path.of(folder(cluster)))) {
            found.add(folder(cluster));
        }
        return new Footprint(found);
    }

    private static String folder(String cluster) {
        return "/var/tmp/porterlb-cluster/" + cluster;
    }

    private static List<String> cgroups(String prefix) {
        try (var groups = Files.walk(Path.of("/sys/fs/cgroup"), 2)) {
            return groups.filter(folder -> folder.endsWith(prefix))
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Processes that have the cluster's folder in their command line.
    private static List<String> processes(String folder) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(folder + "/"))
                .toList();
    }

    private static java.util.stream.Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
