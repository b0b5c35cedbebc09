package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.status.EipStatus;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.kube.WriteResult.Written;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Status and events, at a real API server.
class StatusWriterTest extends RealApiServer {

    @Test
    void statusIsWrittenOnceAndKeepsTheTimeOfItsConditions() throws Exception {
        EipView eip = eip();
        EipStatus status = status(1, "all is well");
        Written first = assertInstanceOf(Written.class, cluster.statuses().write(eip, status));
        assertEquals(first, cluster.statuses().write(eip, status));
        cluster.close();
        cluster = watchAt(NOW.plusSeconds(60));
        EipView again = await(ClusterView::eips, name);
        assertEquals(first, cluster.statuses().write(again, status));
        cluster.statuses().write(again, status(0, "still well"));

        JsonObject stored = api.get(NETWORK + "v1alpha2/eips/" + name).getAsJsonObject("status");
        assertEquals(new JsonObject(), stored.get("used"));
        JsonObject condition = stored.getAsJsonArray("conditions").get(0).getAsJsonObject();
        assertEquals("still well", condition.get("message").getAsString());
        assertEquals(NOW.toString(), condition.get("lastTransitionTime").getAsString());
        assertEquals(1, condition.get("observedGeneration").getAsInt());
    }

    private EipView eip() throws Exception {
        createEip();
        return await(ClusterView::eips, name);
    }

    private static EipStatus status(int usage, String message) {
        return new EipStatus(
                1,
                usage,
                usage == 0 ? Map.of() : Map.of("198.51.100.7", "default/a"),
                usage == 1,
                "198.51.100.7",
                "198.51.100.7",
                true,
                true,
                List.of(new Condition("Ready", true, "Ready", message)));
    }

    @Test
    void repeatedEventsRaiseACount() throws Exception {
        EipView eip = eip();
        for (int i = 0; i < 3; i++) {
            cluster.events()
                    .record("porter-test", ObjectRef.of(eip), EventType.WARNING, "Overlap", "overlaps with other");
        }
        awaitCount(3);
        cluster.events().record("porter-test", ObjectRef.of(eip), EventType.WARNING, "Overlap", "overlaps with other");
        awaitCount(4);
    }

    private void awaitCount(int expected) throws Exception {
        int count = 0;
        while (count != expected) {
            JsonArray events = api.get("/api/v1/namespaces/default/events?fieldSelector=involvedObject.name%3D" + name)
                    .getAsJsonArray("items");
            count = events.isEmpty()
                    ? 0
                    : events.get(0).getAsJsonObject().get("count").getAsInt();
            assertTrue(events.size() <= 1 && count <= expected, events.toString());
        }
    }
}
