package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.porterlb.desired.status.BgpConfStatus;
import io.porterlb.desired.status.BgpPeerStatus;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.kube.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StatusJsonTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.5Z");
    private static final Instant LATER = Instant.parse("2026-01-02T00:00:00Z");

    @Test
    void aPeerIsUpSinceItsYoungestSession() {
        JsonObject status = StatusJson.of(new BgpPeerStatus(
                Map.of(
                        "n1", session("ESTABLISHED", "2026-01-01T00:00:00Z", "", 3),
                        "n2", session("ESTABLISHED", "2026-01-02T00:00:00Z", "", 5)),
                2,
                2,
                List.of()));
        assertEquals("2026-01-02T00:00:00Z", status.get("upSince").getAsString());
        assertEquals("2/2", status.get("sessions").getAsString());
        assertEquals(5, status.get("routesSent").getAsInt());
    }

    @Test
    void aPeerWithASessionDownIsNotUpAndSaysWhy() {
        JsonObject status = StatusJson.of(new BgpPeerStatus(
                Map.of("n1", session("ACTIVE", "2026-01-01T00:00:00Z", "Timeout", 0)), 0, 1, List.of()));
        assertFalse(status.has("upSince") || status.has("routesSent"));
        JsonObject node = status.getAsJsonObject("nodesPeerStatus").getAsJsonObject("n1");
        assertEquals("Timeout", node.getAsJsonObject("peerState").get("reason").getAsString());
        assertEquals(
                "ACTIVE", node.getAsJsonObject("peerState").get("sessionState").getAsString());
        assertEquals(
                Json.object("downtime", "2026-01-01T00:00:00Z", "negotiatedHoldTime", "9"), node.get("timersState"));
        assertEquals("Up", node.getAsJsonObject("peerState").get("bfdState").getAsString());
        assertEquals(2, node.getAsJsonObject("peerState").get("routesReceived").getAsInt());
    }

    @Test
    void aConfListsItsNodes() {
        BgpConfStatus status =
                new BgpConfStatus(Map.of("n1", new BgpConfStatus.Speaker("192.0.2.1", 65000)), List.of());
        assertEquals(
                Json.object("nodesConfStatus", Map.of("n1", Json.object("routerId", "192.0.2.1", "as", 65000L))),
                StatusJson.of(status));
    }

    @Test
    void aConditionKeepsItsTimeWhileItsStatusStays() {
        JsonArray first = Conditions.merge(JsonNull.INSTANCE, List.of(ready(true, "a")), 1, FIRST);
        JsonArray same = Conditions.merge(first, List.of(ready(true, "b")), 2, LATER);
        JsonArray changed = Conditions.merge(same, List.of(ready(false, "c")), 2, LATER);
        assertEquals("2026-01-01T00:00:00Z", time(first));
        assertEquals("2026-01-01T00:00:00Z", time(same));
        assertEquals(2, same.get(0).getAsJsonObject().get("observedGeneration").getAsInt());
        assertEquals("2026-01-02T00:00:00Z", time(changed));
    }

    private static Condition ready(boolean status, String message) {
        return new Condition("Ready", status, "Because", message);
    }

    private static String time(JsonArray conditions) {
        return conditions.get(0).getAsJsonObject().get("lastTransitionTime").getAsString();
    }

    private static SessionReport session(String state, String since, String reason, int routes) {
        return new SessionReport(
                "leaf1",
                "192.0.2.1",
                65000,
                65001,
                "192.0.2.9",
                state,
                since,
                reason,
                reason,
                routes,
                2,
                OptionalInt.of(9),
                "Up");
    }
}
