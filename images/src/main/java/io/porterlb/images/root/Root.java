package io.porterlb.images.root;

import io.porterlb.images.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/// The root file system of an image, as a folder. It holds ordinary files and folders only: links are followed when
/// files are copied, because an image's layers are written by a library that has none.
///
/// @param folder that stands for `/`
public record Root(Path folder) {
    /// Where a path of the image is on this machine.
    ///
    /// @param path absolute
    public Path at(String path) {
        return folder.resolve(path.substring(1));
    }

    /// Everything in it, in the order of names.
    public List<Path> files() {
        return Folders.below(folder);
    }

    /// The path in the image of a file of this folder.
    public String pathOf(Path file) {
        return "/" + folder.relativize(file);
    }

    /// Copies what a path of this machine leads to, with its permissions.
    public void copy(Path from, String to) {
        try {
            Files.createDirectories(at(to).getParent());
            Files.copy(
                    from.toRealPath(), at(to), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException("can't copy " + from + " to " + to + " of an image: " + e.getMessage(), e);
        }
    }

    /// Copies the files below a folder of this machine, and those that links in it lead to.
    public void copyAll(Path from, String to) {
        Folders.below(from).stream()
                .filter(Files::isRegularFile)
                .forEach(file -> copy(file, to + "/" + from.relativize(file)));
    }

    /// Writes a text file.
    public void write(String path, String content) {
        try {
            Files.createDirectories(at(path).getParent());
            Files.writeString(at(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An empty folder: what a mount needs.
    ///
    /// @param permissions for instance `rwxr-xr-x`
    public void makeFolder(String path, String permissions) {
        try {
            Files.createDirectories(at(path));
            Files.setPosixFilePermissions(at(path), PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives every file the same time. The JVM takes an AOT cache only if its jars have the time that they had when it
    /// was made.
    public void setTimes(Instant time) {
        try {
            for (Path file : files()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
