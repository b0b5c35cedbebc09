package io.porterlb.test.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A control group by its path below the root (cgroups(7)), in every hierarchy that is mounted: one with version 2, one
/// a controller with version 1. A value.
///
/// @param path without a leading slash
public record Cgroup(String path) {
    private static final Path MOUNTS = Path.of("/proc/self/mounts");

    public Cgroup child(String name) {
        return new Cgroup(path + "/" + name);
    }

    /// Makes it and its parents, in all hierarchies, able to hold processes and children.
    public void create() {
        for (Path root : roots()) {
            Path folder = root;
            for (Path part : Path.of(path)) {
                passControllersOn(folder);
                folder = folder.resolve(part);
                createFolder(folder);
                inheritCpuset(folder);
            }
        }
    }

    /// Makes it count for so many processes outside of any group, when there is not enough CPU for all.
    public void countFor(int processes) {
        for (Path root : roots()) {
            Path folder = root.resolve(path);
            writeIfThere(folder.resolve("cpu.shares"), 1024 * processes); // version 1
            writeIfThere(folder.resolve("cpu.weight"), 100 * processes); // version 2
        }
    }

    private static void writeIfThere(Path file, int value) {
        if (Files.exists(file)) {
            writeIfAllowed(file, Integer.toString(value));
        }
    }

    /// The file that a process writes its number to in order to be in the group; one hierarchy is enough to find it by.
    public Path entrance() {
        List<Path> roots = roots();
        Path root = roots.stream().filter(r -> r.endsWith("pids")).findFirst().orElse(roots.getFirst());
        return root.resolve(path).resolve("cgroup.procs");
    }

    /// The processes in it and in the groups below, of all hierarchies.
    public Set<Long> processes() {
        var found = new TreeSet<Long>();
        for (Path folder : folders()) {
            readLines(folder.resolve("cgroup.procs")).map(Long::valueOf).forEach(found::add);
        }
        return found;
    }

    /// A group below it by the last part of its path; where a name is there twice, any of them.
    public Optional<Cgroup> find(String name) {
        return roots().stream().flatMap(root -> find(root, name)).findFirst();
    }

    private Stream<Cgroup> find(Path root, String name) {
        return below(root.resolve(path))
                .filter(folder -> folder.endsWith(name))
                .map(folder -> new Cgroup(root.relativize(folder).toString()));
    }

    /// Takes it and the groups below away.
    ///
    /// @return whether all are gone; a process that has just been killed may keep its group for a moment
    public boolean remove() {
        return folders().stream().allMatch(folder -> folder.toFile().delete() || !Files.exists(folder));
    }

    /// Its folders and those below, deepest first.
    private List<Path> folders() {
        return roots().stream()
                .map(root -> root.resolve(path))
                .filter(Files::isDirectory)
                .flatMap(Cgroup::below)
                .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
                .toList();
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isDirectory).toList().stream();
        } catch (IOException | UncheckedIOException groupWentAway) {
            return Stream.empty();
        }
    }

    private static Stream<String> readLines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException groupWentAway) {
            return Stream.empty();
        }
    }

    private static List<Path> roots() {
        List<Path> roots = readLines(MOUNTS)
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields[2].equals("cgroup") || fields[2].equals("cgroup2"))
                .map(fields -> Path.of(fields[1]))
                .filter(root -> root.startsWith("/sys/fs/cgroup"))
                .toList();
        if (roots.isEmpty()) {
            throw new IllegalStateException("no control groups are mounted under /sys/fs/cgroup: kubelet needs them");
        }
        return roots;
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("can't make control group " + folder + ": " + e.getMessage(), e);
        }
    }

    /// Version 2: a child has the controllers that its parent hands down. Those that can't be are left out, as kubelet
    /// says itself which ones it misses.
    private static void passControllersOn(Path folder) {
        readLines(folder.resolve("cgroup.controllers"))
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .filter(controller -> !controller.isEmpty())
                .forEach(controller -> writeIfAllowed(folder.resolve("cgroup.subtree_control"), "+" + controller));
    }

    /// Version 1: a new cpuset is empty, and can hold no process until it is filled.
    private static void inheritCpuset(Path folder) {
        for (String file : List.of("cpuset.cpus", "cpuset.mems")) {
            if (folder.startsWith("/sys/fs/cgroup/cpuset") && Files.exists(folder.resolve(file))) {
                readLines(folder.resolveSibling(file)).forEach(value -> writeIfAllowed(folder.resolve(file), value));
            }
        }
    }

    private static void writeIfAllowed(Path file, String value) {
        try {
            Files.writeString(file, value);
        } catch (IOException notOursToHandDown) {
            // See the callers: what is missing shows where it is needed.
        }
    }
}
