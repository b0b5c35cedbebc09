package io.porterlb.manager.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An object as the API server stores it, read without any code of ours.
record Stored(JsonObject json) {
    String name() {
        return text("metadata", "name");
    }

    String uid() {
        return text("metadata", "uid");
    }

    /// Of anything but a list or an object; empty where it is absent.
    String text(String... path) {
        JsonElement found = at(path);
        return found.isJsonPrimitive() ? found.getAsString() : "";
    }

    boolean has(String... path) {
        return !at(path).isJsonNull();
    }

    List<String> texts(String... path) {
        return at(path) instanceof JsonArray array
                ? array.asList().stream().map(JsonElement::getAsString).toList()
                : List.of();
    }

    Map<String, String> map(String... path) {
        return at(path) instanceof JsonObject object
                ? object.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().getAsString()))
                : Map.of();
    }

    List<Stored> objects(String... path) {
        return at(path) instanceof JsonArray array
                ? array.asList().stream()
                        .map(e -> new Stored(e.getAsJsonObject()))
                        .toList()
                : List.of();
    }

    private JsonElement at(String... path) {
        JsonElement here = json;
        for (String step : path) {
            here = here instanceof JsonObject object && object.has(step) ? object.get(step) : JsonNull.INSTANCE;
        }
        return here;
    }
}
