package io.porterlb.test.architecture.planted.layer2.link;

import java.nio.file.Files;
import java.nio.file.Path;

public record ChooserThatReadsAFile(Path file) {
    public boolean isUp() {
        return Files.exists(file);
    }
}
