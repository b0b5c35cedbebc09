package io.porterlb.test.cluster.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessIdTest {
    private static final String REST = " 1 7 7 0 -1 4194560 1 0 0 0 2 3 0 0 20 0 1 0 123456 0 0";

    @Test
    void nameMayHoldSpacesAndBrackets() {
        assertEquals(Optional.of(new ProcessId(7, 123456)), ProcessId.parse(7, "7 (a) b (c) S" + REST));
    }

    @Test
    void processThatWaitsForItsParentHasEnded() {
        assertEquals(Optional.empty(), ProcessId.parse(7, "7 (a) Z" + REST));
    }

    @Test
    void ownProcessIsAlive() {
        ProcessId own = ProcessId.own();
        assertTrue(own.isAlive());
        assertFalse(new ProcessId(own.pid(), own.startTicks() + 1).isAlive());
    }
}
