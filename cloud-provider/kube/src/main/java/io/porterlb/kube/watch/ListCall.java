package io.porterlb.kube.watch;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.porterlb.kube.http.ApiStatusException;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.http.Query;
import java.io.IOException;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;

/// A list in pages. No resourceVersion is named, so the answer is never older than the request
/// ([Kubernetes API concepts](https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions)).
public final class ListCall {
    private static final int PAGE = 500;

    private final KubeApi api;
    private final Scope scope;

    public ListCall(KubeApi api, Scope scope) {
        this.api = api;
        this.scope = scope;
    }

    /// Shows every object.
    ///
    /// @return the list's resourceVersion, at which a watch can begin
    public String run(Consumer<JsonElement> items) throws IOException, ApiStatusException {
        Page page = page("", items);
        while (!page.next.isEmpty()) {
            page = page(page.next, items);
        }
        return page.version;
    }

    private Page page(String from, Consumer<JsonElement> items) throws IOException, ApiStatusException {
        Query query = scope.query().with("limit", Integer.toString(PAGE));
        Call call = api.stream(scope.path(), from.isEmpty() ? query : query.with("continue", from));
        try (Response response = call.execute();
                JsonReader reader = new JsonReader(KubeApi.successful(response).charStream())) {
            return read(reader, items);
        } catch (JsonParseException | IllegalStateException e) { // Gson's words for JSON of another shape
            throw new IOException("the list is not as expected: " + Json.problem(e), e);
        }
    }

    private static Page read(JsonReader reader, Consumer<JsonElement> items) throws IOException {
        JsonObject metadata = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "metadata" -> metadata = JsonParser.parseReader(reader).getAsJsonObject();
                case "items" -> readItems(reader, items);
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        return new Page(text(metadata, "resourceVersion"), text(metadata, "continue"));
    }

    private static void readItems(JsonReader reader, Consumer<JsonElement> items) throws IOException {
        if (reader.peek() == JsonToken.NULL) { // how Go writes an empty list that was never made
            reader.nextNull();
            return;
        }
        reader.beginArray();
        while (reader.hasNext()) {
            items.accept(JsonParser.parseReader(reader));
        }
        reader.endArray();
    }

    private static String text(JsonObject metadata, String field) {
        return metadata.has(field) ? metadata.get(field).getAsString() : "";
    }

    private record Page(String version, String next) {}
}
