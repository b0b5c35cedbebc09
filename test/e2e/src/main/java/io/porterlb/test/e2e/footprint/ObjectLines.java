package io.porterlb.test.e2e.footprint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The lines of one object: that it is there, its finalizers, and of Services and Nodes, which outlive us, whatever we
/// might have written on them. A Node's taints are left out: taking one away is what we are there for.
final class ObjectLines {
    private static final Set<String> WRITTEN_ON = Set.of("Service", "Node");

    private final JsonObject object;
    private final List<String> lines = new ArrayList<>();

    private ObjectLines(JsonObject object) {
        this.object = object;
    }

    static List<String> of(JsonObject object) {
        return new ObjectLines(object).all();
    }

    private List<String> all() {
        JsonObject metadata = object.getAsJsonObject("metadata");
        lines.add(name());
        array(metadata, "finalizers").forEach(finalizer -> add("finalizer", finalizer));
        if (metadata.has("deletionTimestamp")) {
            lines.add(name() + ": is being deleted");
        }
        if (WRITTEN_ON.contains(text(object, "kind"))) {
            writtenOn(metadata, child(object, "status"));
        }
        return lines;
    }

    private void writtenOn(JsonObject metadata, JsonObject status) {
        child(metadata, "labels").entrySet().forEach(e -> add("label", e.getKey() + "=" + plain(e.getValue())));
        child(metadata, "annotations")
                .entrySet()
                .forEach(e -> add("annotation", e.getKey() + "=" + plain(e.getValue())));
        array(child(status, "loadBalancer"), "ingress").forEach(ingress -> add("ingress", ingress));
        array(status, "conditions").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .forEach(c -> lines.add(name() + ": condition " + text(c, "type") + "=" + text(c, "status")));
    }

    private void add(String what, JsonElement value) {
        add(what, plain(value));
    }

    private void add(String what, String value) {
        lines.add(name() + ": " + what + " " + value);
    }

    /// `KIND.GROUP NAMESPACE/NAME`. A Pod's random end of name is left out.
    private String name() {
        JsonObject metadata = object.getAsJsonObject("metadata");
        String name = text(object, "kind").equals("Pod") && metadata.has("generateName")
                ? text(metadata, "generateName") + "*"
                : text(metadata, "name");
        String namespace = metadata.has("namespace") ? text(metadata, "namespace") + "/" : "";
        return text(object, "kind") + group() + " " + namespace + name;
    }

    private String group() {
        String version = text(object, "apiVersion");
        int slash = version.indexOf('/');
        return slash < 0 ? "" : "." + version.substring(0, slash);
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    private static String plain(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    private static JsonObject child(JsonObject object, String name) {
        return object.has(name) ? object.getAsJsonObject(name) : new JsonObject();
    }

    private static JsonArray array(JsonObject object, String name) {
        return object.has(name) ? object.getAsJsonArray(name) : new JsonArray();
    }
}
