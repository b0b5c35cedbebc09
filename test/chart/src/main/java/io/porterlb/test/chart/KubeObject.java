package io.porterlb.test.chart;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/// A Kubernetes object.
public record KubeObject(JsonObject json) {
    public String kind() {
        return text("kind");
    }

    public String name() {
        return text("metadata.name");
    }

    /// As `Deployment/porter-manager`.
    public String id() {
        return kind() + "/" + name();
    }

    /// The text at a path as `spec.type`; empty where there is none.
    public String text(String path) {
        JsonElement found = at(path);
        return found.isJsonPrimitive() ? found.getAsString() : "";
    }

    /// What is at a path; JSON null where there is nothing.
    public JsonElement at(String path) {
        JsonElement found = json;
        for (String name : path.split("\\.", -1)) {
            found = found.isJsonObject() && found.getAsJsonObject().has(name)
                    ? found.getAsJsonObject().get(name)
                    : JsonNull.INSTANCE;
        }
        return found;
    }

    /// The objects of the list at a path; none where there is no list.
    public List<KubeObject> list(String path) {
        JsonElement found = at(path);
        JsonArray items = found.isJsonArray() ? found.getAsJsonArray() : new JsonArray();
        return items.asList().stream()
                .map(item -> new KubeObject(item.getAsJsonObject()))
                .toList();
    }

    /// The texts of the list at a path; none where there is no list.
    public List<String> texts(String path) {
        JsonElement found = at(path);
        JsonArray items = found.isJsonArray() ? found.getAsJsonArray() : new JsonArray();
        return items.asList().stream().map(JsonElement::getAsString).toList();
    }

    /// The value of a label.
    public Optional<String> label(String key) {
        return value("metadata.labels", key);
    }

    public Optional<String> annotation(String key) {
        return value("metadata.annotations", key);
    }

    private Optional<String> value(String path, String key) {
        return Optional.of(at(path))
                .filter(JsonElement::isJsonObject)
                .map(map -> map.getAsJsonObject().get(key))
                .map(JsonElement::getAsString);
    }

    /// Whether it has a Pod template.
    public boolean hasPods() {
        return at("spec.template.spec").isJsonObject();
    }

    /// The one with this id among objects.
    public static KubeObject find(List<KubeObject> objects, String id) {
        return objects.stream()
                .filter(object -> object.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " among "
                        + objects.stream().map(KubeObject::id).toList()));
    }
}
