package io.porterlb.test.e2e.pods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartTest {
    @Test
    void aContainerThatRunsSinceItsPodBeganHasNotRestarted() {
        assertEquals(List.of(), restarts("{name: main, restartCount: 0, lastState: {}}"));
    }

    @Test
    void aPodWithoutContainersYetHasNone() {
        assertEquals(
                List.of(),
                Restart.in(JsonParser.parseString("{items: [{metadata: {name: new}, status: {}}]}")
                        .getAsJsonObject()));
    }

    @Test
    void aRestartSaysHowTheOneBeforeEnded() {
        Restart killed = restarts(ended("Error", 137)).getFirst();
        assertEquals(new Restart("pod", "main", 2, "Error", 137), killed);
        assertTrue(killed.wasSigkill());
    }

    @Test
    void theKernelsKillForWantOfMemoryIsNotOurs() {
        assertFalse(restarts(ended("OOMKilled", 137)).getFirst().wasSigkill());
        assertFalse(restarts(ended("Error", 1)).getFirst().wasSigkill());
    }

    private static String ended(String reason, int exitCode) {
        return "{name: main, restartCount: 2, lastState: {terminated: {reason: %s, exitCode: %d}}}"
                .formatted(reason, exitCode);
    }

    private static List<Restart> restarts(String status) {
        String pods = "{items: [{metadata: {name: pod}, status: {containerStatuses: [" + status + "]}}]}";
        return Restart.in(JsonParser.parseString(pods).getAsJsonObject());
    }
}
