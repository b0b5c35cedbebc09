package io.porterlb.kube;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Map;

/// What to send so that one JSON object becomes another
/// ([RFC 7386](https://www.rfc-editor.org/rfc/rfc7386): null removes a field, lists are replaced).
final class MergePatch {
    private MergePatch() {}

    /// An empty object if they are equal; neither the order of fields nor the way a number is written counts.
    static JsonObject between(JsonObject before, JsonObject after) {
        JsonObject patch = new JsonObject();
        for (String field : before.keySet()) {
            if (!after.has(field)) {
                patch.add(field, JsonNull.INSTANCE);
            }
        }
        for (Map.Entry<String, JsonElement> field : after.entrySet()) {
            JsonElement old = before.get(field.getKey());
            if (old instanceof JsonObject a && field.getValue() instanceof JsonObject b) {
                addUnlessEmpty(patch, field.getKey(), between(a, b));
            } else if (!field.getValue().equals(old)) {
                patch.add(field.getKey(), field.getValue());
            }
        }
        return patch;
    }

    private static void addUnlessEmpty(JsonObject patch, String field, JsonObject nested) {
        if (!nested.isEmpty()) {
            patch.add(field, nested);
        }
    }
}
