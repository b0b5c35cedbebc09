package io.porterlb.kube.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.Optional;

/// JSON to the records of `resource` and back. Unknown fields are ignored, so that a newer API server does no harm.
public final class Json {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Json() {}

    /// Reads a tree.
    ///
    /// @throws com.google.gson.JsonParseException if a field that we know has another type than we expect
    public static <T> T read(JsonElement tree, Class<T> type) {
        return GSON.fromJson(tree, type);
    }

    public static <T> T read(String text, Class<T> type) {
        return GSON.fromJson(text, type);
    }

    /// Reads a whole text.
    ///
    /// @throws com.google.gson.JsonParseException as above, and where there is no text
    public static <T> T document(String text, Class<T> type) {
        return Optional.ofNullable(read(text, type)).orElseThrow(() -> new JsonParseException("there is nothing"));
    }

    public static JsonElement tree(Object value) {
        return value instanceof JsonElement tree ? tree : GSON.toJsonTree(value); // Gson would drop JSON nulls
    }

    /// The first line of what Gson says; the next one is about Gson.
    public static String problem(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /// An object from name, value, name, value …; values may be JSON elements, strings, numbers, booleans, records,
    /// lists or maps.
    public static JsonObject object(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], tree(namesAndValues[i + 1]));
        }
        return object;
    }
}
