package io.porterlb.test.interop.lab;

import io.porterlb.test.cluster.Teardown;
import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.process.ProcessId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A lab's name says which process it belongs to, so that what a killed one has left is told from what is in use.
///
/// @param owner the process
/// @param number counts its labs
record LabName(ProcessId owner, int number) {
    private static final Path FOLDER = Path.of("/var/tmp/porterlb-lab");
    private static final Pattern FORM = Pattern.compile("lab(\\d+)-(\\d+)-(\\d+)");
    private static final AtomicInteger MADE = new AtomicInteger();

    static LabName next() {
        return new LabName(ProcessId.own(), MADE.incrementAndGet());
    }

    static Optional<LabName> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new LabName(
                        new ProcessId(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))),
                        Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    Names names() {
        return new Names(toString());
    }

    /// Short, because sockets are in it.
    Path folder() {
        return FOLDER.resolve(toString());
    }

    /// Makes the folder, by which the lab is found when its process has ended.
    void claim() {
        try {
            Files.createDirectories(folder());
        } catch (IOException e) {
            throw new UncheckedIOException("can't make " + folder() + ": " + e.getMessage(), e);
        }
    }

    /// Everything of this name, in whatever state it is.
    void remove() {
        new Teardown(names(), folder()).run();
    }

    /// Removes the labs of processes that have ended before them.
    static void removeLeftovers() {
        if (!Files.isDirectory(FOLDER)) {
            return;
        }
        try (Stream<Path> folders = Files.list(FOLDER)) {
            folders.flatMap(folder -> parse(folder.getFileName().toString()).stream())
                    .filter(name -> !name.owner().isAlive())
                    .forEach(LabName::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "lab" + owner.pid() + "-" + owner.startTicks() + "-" + number;
    }
}
