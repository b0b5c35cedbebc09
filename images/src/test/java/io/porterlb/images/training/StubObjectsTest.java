package io.porterlb.images.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class StubObjectsTest {
    private final StubObjects objects = new StubObjects();

    @Test
    void aListHasTheObjectsOfItsKindInOneNamespaceOrInAll() {
        assertTrue(StubObjects.isOf("/api/v1/namespaces/a/services", "/api/v1/namespaces/a/services/b"));
        assertFalse(StubObjects.isOf("/api/v1/namespaces/c/services", "/api/v1/namespaces/a/services/b"));
        assertTrue(StubObjects.isOf("/api/v1/services", "/api/v1/namespaces/a/services/b"));
        assertTrue(StubObjects.isOf("/api/v1/namespaces", "/api/v1/namespaces/a"));
        assertTrue(StubObjects.isOf("/api/v1/nodes", "/api/v1/nodes/n"));
        assertFalse(StubObjects.isOf("/api/v1/services", "/api/v1/namespaces/a/secrets/b"));
    }

    @Test
    void aPatchMergesObjectsReplacesListsAndRemovesNulls() {
        objects.put("/api/v1/nodes/n", json("{metadata: {name: n}, spec: {a: 1, b: 2, list: [1, 2]}}"));
        objects.patch("/api/v1/nodes/n", json("{spec: {a: null, list: [3]}}"));
        assertEquals(
                json("{b: 2, list: [3]}"),
                objects.get("/api/v1/nodes/n").orElseThrow().get("spec"));
    }

    @Test
    void everyChangeHasAVersionOfItsOwn() {
        JsonObject first = objects.put("/api/v1/nodes/n", json("{metadata: {name: n}}"));
        JsonObject second = objects.put("/api/v1/nodes/n", json("{metadata: {name: n}}"));
        assertFalse(version(first).equals(version(second)));
        assertEquals(version(second), version(objects.list("/api/v1/nodes")));
    }

    private static String version(JsonObject object) {
        return object.getAsJsonObject("metadata").get("resourceVersion").getAsString();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
