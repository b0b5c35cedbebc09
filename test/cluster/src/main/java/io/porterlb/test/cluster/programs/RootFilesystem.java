package io.porterlb.test.cluster.programs;

import io.porterlb.test.cluster.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// The files of an image while it is put together: programs of this machine with the libraries that they need.
final class RootFilesystem {
    private final Path folder;

    RootFilesystem(Path folder) {
        this.folder = folder;
    }

    /// Copies a file to another path inside.
    RootFilesystem copy(Path from, String to) {
        try {
            Path target = inside(to);
            Files.createDirectories(target.getParent());
            Files.copy(from, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("can't copy " + from + " into an image: " + e.getMessage(), e);
        }
    }

    /// Copies a program of this machine to the same path, and the libraries that ldd(1) names for it.
    RootFilesystem program(String path) {
        copy(real(path), path);
        libraries(path).forEach(library -> copy(real(library), library));
        return this;
    }

    RootFilesystem text(String path, String content) {
        try {
            Files.createDirectories(inside(path).getParent());
            Files.writeString(inside(path), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RootFilesystem link(String path, String target) {
        try {
            Files.createDirectories(inside(path).getParent());
            if (!Files.exists(inside(path))) {
                Files.createSymbolicLink(inside(path), Path.of(target));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RootFilesystem folder(String path, String mode) {
        try {
            Files.createDirectories(inside(path));
            Files.setPosixFilePermissions(inside(path), java.nio.file.attribute.PosixFilePermissions.fromString(mode));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path inside(String path) {
        return folder.resolve(path.substring(1));
    }

    private static Path real(String path) {
        try {
            return Path.of(path).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("no " + path + " on this machine", e);
        }
    }

    private static List<String> libraries(String program) {
        return parseLdd(Command.of("ldd", program).result().output());
    }

    /// The paths in ldd's lines `name => /path (address)` and `/path (address)`.
    static List<String> parseLdd(String output) {
        return output.lines()
                .map(String::strip)
                .map(RootFilesystem::pathIn)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> pathIn(String line) {
        int slash = line.indexOf('/');
        int bracket = line.indexOf(" (");
        return slash < 0 || bracket < slash ? Optional.empty() : Optional.of(line.substring(slash, bracket));
    }
}
