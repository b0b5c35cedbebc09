package io.porterlb.test.cluster;

import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Cgroup;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.ProcessId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Ends and removes what belongs to one cluster, whatever state it is in, and nothing else: processes by the cluster's
/// control groups and network namespaces, then mounts, namespaces, control groups, and the run folder. May be repeated.
/// The same for anything else that is built of the same parts under a name of its own.
public final class Teardown {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Names names;
    private final Cgroup cgroup;
    private final Path folder;

    Teardown(RunFolder folder) {
        this(new Names(folder.name()), folder.path());
    }

    /// @param names of the namespaces, and with their prefix of the control group
    /// @param folder where all files are
    public Teardown(Names names, Path folder) {
        this.names = names;
        this.cgroup = new Cgroup(names.prefix());
        this.folder = folder;
    }

    public void run() {
        endAll();
        delete(List.of(folder));
    }

    /// The same, but the logs stay where they are, for whoever is to find out what went wrong.
    void runButKeepLogs() {
        endAll();
        try (Stream<Path> files = Files.list(folder)) {
            delete(files.filter(file -> !file.endsWith("logs")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endAll() {
        if (!Await.until(LIMIT, this::killAll)) {
            throw new IllegalStateException("processes of cluster " + names.cluster() + " do not end: " + processes());
        }
        unmountAll();
        names.existing().forEach(NetworkNamespace::delete);
        if (!Await.until(LIMIT, cgroup::remove)) {
            throw new IllegalStateException("can't remove control group " + cgroup.path()
                    + " and those below: processes are still in them: " + cgroup.processes());
        }
    }

    private static void delete(List<Path> files) {
        var words = new ArrayList<>(List.of("rm", "-rf", "--one-file-system", "--"));
        files.forEach(file -> words.add(file.toString()));
        Command.of(words).run();
    }

    /// Whether none is left; a process may start another before it ends, hence the repetition.
    private boolean killAll() {
        List<ProcessId> left = processes();
        if (!left.isEmpty()) {
            var words = new ArrayList<>(List.of("kill", "-s", "KILL"));
            left.forEach(process -> words.add(Long.toString(process.pid())));
            Command.of(words).result();
        }
        return left.isEmpty();
    }

    private List<ProcessId> processes() {
        var pids = new HashSet<>(cgroup.processes());
        pids.addAll(inNamespaces());
        return pids.stream()
                .filter(pid -> pid != ProcessHandle.current().pid())
                .map(ProcessId::running)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Processes that were put into a namespace by hand, such as a shell or a capture.
    private Set<Long> inNamespaces() {
        Set<String> ours = new HashSet<>();
        names.existing().forEach(namespace -> fileKey(namespace.path()).ifPresent(ours::add));
        var pids = new HashSet<Long>();
        ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> fileKey(Path.of("/proc/" + pid + "/ns/net"))
                        .filter(ours::contains)
                        .isPresent())
                .forEach(pids::add);
        return pids;
    }

    /// Device and inode: what tells one namespace from another (namespaces(7)).
    private static Optional<String> fileKey(Path file) {
        try {
            return Optional.of(Files.getAttribute(file, "unix:dev") + ":" + Files.getAttribute(file, "unix:ino"));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /// The mounts of nodes end with their mount namespaces; this is for what was mounted from outside. Deepest first.
    private void unmountAll() {
        try (Stream<String> mounts = Files.lines(Path.of("/proc/self/mounts"))) {
            List<String> ours = mounts.map(line -> line.split(" ", -1)[1])
                    .filter(point -> Path.of(point).startsWith(folder))
                    .toList();
            ours.reversed()
                    .forEach(point -> Command.of("umount", "--lazy", point).run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
