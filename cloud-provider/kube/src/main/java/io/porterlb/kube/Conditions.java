package io.porterlb.kube;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.porterlb.desired.status.Condition;
import io.porterlb.kube.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Conditions as `metav1.Condition`: `lastTransitionTime` stays while the status does.
final class Conditions {
    private Conditions() {}

    /// Those in a status; JSON null for none.
    static JsonElement of(JsonObject status) {
        return Optional.ofNullable(status.get("conditions")).orElse(JsonNull.INSTANCE);
    }

    /// The conditions as they are to be written.
    ///
    /// @param before what the object has now; JSON null for none
    /// @param generation of the spec that they speak of; 0 for a kind that counts none, such as Service
    static JsonArray merge(JsonElement before, List<Condition> wanted, long generation, Instant now) {
        JsonArray merged = new JsonArray();
        wanted.forEach(condition -> merged.add(condition(before, condition, generation, now)));
        return merged;
    }

    /// What a strategic merge patch takes away those of these types with.
    static JsonArray without(Collection<String> types) {
        JsonArray patch = new JsonArray();
        types.forEach(type -> patch.add(Json.object("$patch", "delete", "type", type)));
        return patch;
    }

    private static JsonObject condition(JsonElement before, Condition wanted, long generation, Instant now) {
        String status = wanted.status() ? "True" : "False";
        String since = find(before, wanted.type())
                .filter(old -> status.equals(text(old, "status")))
                .map(old -> text(old, "lastTransitionTime"))
                .filter(time -> !time.isEmpty())
                .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
        JsonObject condition = Json.object(
                "type", wanted.type(),
                "status", status,
                "reason", wanted.reason(),
                "message", wanted.message(),
                "lastTransitionTime", since);
        if (generation > 0) {
            condition.addProperty("observedGeneration", generation);
        }
        return condition;
    }

    /// The condition of this type, if the object has it.
    static Optional<JsonObject> find(JsonElement conditions, String type) {
        if (conditions instanceof JsonArray array) {
            for (JsonElement element : array) {
                if (element instanceof JsonObject condition
                        && text(condition, "type").equals(type)) {
                    return Optional.of(condition);
                }
            }
        }
        return Optional.empty();
    }

    private static String text(JsonObject object, String field) {
        return object.get(field) instanceof JsonPrimitive value ? value.getAsString() : "";
    }
}
