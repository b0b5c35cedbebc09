package io.porterlb.images.aot;

import io.porterlb.images.process.ImageException;
import io.porterlb.images.program.ProgramImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The list of a program's classes in the source tree. It is kept there because two training runs never load quite the
/// same classes, and the same sources are to give the same image.
///
/// @param folder where the lists of all programs are
public record ClassListFile(Path folder, ProgramImage program) {
    private Path path() {
        return folder.resolve(program.imageName() + ".lst");
    }

    /// What was written last.
    ///
    /// @throws ImageException if there is no list
    public ClassList read() {
        try {
            return new ClassList(Files.readAllLines(path()));
        } catch (IOException e) {
            throw new ImageException(
                    "can't read " + path() + ": " + e.getMessage() + ". hack/image --train makes it.", e);
        }
    }

    /// Puts a list in place of what was there.
    public void write(ClassList classes) {
        try {
            Files.createDirectories(folder);
            Files.write(path(), classes.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
