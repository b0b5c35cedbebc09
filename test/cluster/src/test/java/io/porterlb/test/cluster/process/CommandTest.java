package io.porterlb.test.cluster.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void inputGoesInAndOutputComesOut() {
        assertEquals("one\ntwo\n", Command.of("cat").withInput("one\ntwo\n").run());
    }

    @Test
    void failureSaysWhatTheCommandSaid() {
        var failure = assertThrows(
                CommandFailedException.class,
                () -> Command.of("sh", "-c", "echo no such thing >&2; exit 3").run());
        assertEquals(3, failure.result().exitStatus());
        assertTrue(String.valueOf(failure.getMessage()).endsWith("ended with exit status 3: no such thing"));
    }

    @Test
    void commandThatDoesNotEndIsEnded() {
        var endless = Command.of("sleep", "1000").withLimit(Duration.ofMillis(50));
        assertThrows(UncheckedIOException.class, endless::run);
    }

    @Test
    void programThatIsMissingIsNamed() {
        var failure = assertThrows(
                UncheckedIOException.class, () -> Command.of("no-such-program").run());
        assertTrue(String.valueOf(failure.getMessage()).startsWith("can't run \"no-such-program\""));
    }
}
