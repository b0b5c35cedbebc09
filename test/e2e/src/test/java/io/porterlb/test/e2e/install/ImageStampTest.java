package io.porterlb.test.e2e.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Images are built again exactly where something has changed that they are made of.
class ImageStampTest {
    private static final String[] MADE_OF = {
        "cloud-provider/manager/target/manager.jar",
        "cloud-provider/manager/target/lib/a.jar",
        "nodeagent/agent/target/agent.jar",
        "nodeagent/agent/target/lib/a.jar",
        "porterctl/target/porterctl.jar",
        "porterctl/target/lib/a.jar",
        "images/java.options",
        "images/classes/agent.lst",
        "images/target/classes/io/porterlb/images/ImageBuild.class"
    };

    @TempDir
    private Path sources = Path.of("");

    @BeforeEach
    void makeTree() throws IOException {
        for (String file : MADE_OF) {
            write(file, "before");
        }
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(sources.resolve(file).getParent());
        Files.writeString(sources.resolve(file), content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloud-provider/manager/target/manager.jar",
                "nodeagent/agent/target/lib/a.jar",
                "porterctl/target/lib/another.jar",
                "images/java.options",
                "images/classes/agent.lst",
                "images/target/classes/io/porterlb/images/ImageBuild.class"
            })
    void whatTheyAreMadeOfCounts(String file) throws IOException {
        ImageStamp before = ImageStamp.of(sources);
        write(file, "after");
        assertNotEquals(before, ImageStamp.of(sources));
    }

    @Test
    void nothingElseCounts() throws IOException {
        ImageStamp before = ImageStamp.of(sources);
        write("nodeagent/agent/target/classes/Agent.class", "after");
        write("README.md", "after");
        assertEquals(before, ImageStamp.of(sources));
    }

    @Test
    void aFolderHasItUntilItIsRemoved() {
        ImageStamp stamp = ImageStamp.of(sources);
        assertFalse(stamp.isIn(sources));
        stamp.write(sources);
        assertTrue(stamp.isIn(sources));
        assertFalse(new ImageStamp("another").isIn(sources));
        ImageStamp.remove(sources);
        assertFalse(stamp.isIn(sources));
    }
}
