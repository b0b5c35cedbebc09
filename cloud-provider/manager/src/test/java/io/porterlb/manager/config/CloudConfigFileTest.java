package io.porterlb.manager.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.TypeConversionException;

class CloudConfigFileTest {
    private static final String GOOD = "rules: [{zone: a}]";
    private static final String OTHER = "rules: [{zone: b}]";

    @TempDir
    private Path folder;

    private Path path;
    private CloudConfigFile file;

    @BeforeEach
    void start() throws IOException {
        path = Files.writeString(folder.resolve("cloud.yaml"), GOOD);
        file = new CloudConfigArgument().convert(path.toString());
    }

    private boolean becomes(String text) throws IOException {
        Files.writeString(path, text);
        return file.readAgain(path);
    }

    @Test
    void aChangedFileIsTakenOver() throws IOException {
        assertEquals(CloudConfigTest.read(GOOD), file.current());
        assertTrue(becomes(OTHER));
        assertEquals(CloudConfigTest.read(OTHER), file.current());
        assertFalse(becomes(OTHER + " # the same"));
    }

    @Test
    void aBrokenVersionLeavesTheOneBeforeInForce() throws IOException {
        assertFalse(becomes("rules: [{zon: b}]"));
        assertEquals(CloudConfigTest.read(GOOD), file.current());
        Files.delete(path);
        assertFalse(file.readAgain(path));
        assertEquals(CloudConfigTest.read(GOOD), file.current());
        assertFalse(becomes(GOOD));
        assertTrue(becomes(OTHER));
    }

    @Test
    @Timeout(60)
    void whoFollowsItIsToldOfAChange() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        file.follow(told::countDown);
        Files.writeString(path, OTHER);
        told.await();
        assertEquals(CloudConfigTest.read(OTHER), file.current());
        file.close();
    }

    @Test
    void aBrokenFileEndsTheStartWithASentence() throws IOException {
        Files.writeString(path, "zones: a");
        CloudConfigArgument argument = new CloudConfigArgument();
        var refusal = assertThrows(TypeConversionException.class, () -> argument.convert(path.toString()));
        assertTrue((refusal.getMessage() + "").startsWith(path + ": zones: there is no such field"), refusal::toString);
    }

    @Test
    void withoutAFileNothingIsSaidAboutAnyNode() {
        assertEquals(CloudConfig.NONE, new CloudConfigArgument().convert("").current());
    }
}
