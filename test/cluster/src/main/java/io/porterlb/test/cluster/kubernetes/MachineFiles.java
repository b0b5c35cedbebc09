package io.porterlb.test.cluster.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Configuration files of one machine, beside and not inside the folders that it sees as its own.
final class MachineFiles {
    private MachineFiles() {}

    /// Writes `config/NAME` and gives its path, which is the same inside and outside of the machine.
    static Path write(MachineSpace machine, String name, String content) {
        Path file = machine.outside("/config").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file + ": " + e.getMessage(), e);
        }
    }
}
