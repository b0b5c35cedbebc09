package io.porterlb.kube.watch;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.porterlb.kube.http.ApiStatusException;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.http.Query;
import java.io.IOException;
import java.net.HttpURLConnection;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;

/// One watch, until it ends.
final class WatchCall {
    /// Much larger than what etcd stores.
    private static final long MAX_EVENT = 16L << 20;

    private final KubeApi api;
    private final Scope scope;
    private final Listener listener;

    WatchCall(KubeApi api, Scope scope, Listener listener) {
        this.api = api;
        this.scope = scope;
        this.listener = listener;
    }

    /// Follows changes after a version, with bookmarks, until the server ends the watch.
    ///
    /// @param seconds after which the server is to end it
    void run(String after, int seconds) throws IOException, ApiStatusException {
        Query query = scope.query()
                .with("watch", "true")
                .with("allowWatchBookmarks", "true")
                .with("resourceVersion", after)
                .with("timeoutSeconds", Integer.toString(seconds));
        Call call = api.stream(scope.path(), query);
        try (Response response = call.execute()) {
            BufferedSource source = KubeApi.successful(response).source();
            listener.opened();
            while (!source.exhausted()) {
                event(source.readUtf8LineStrict(MAX_EVENT));
                if (source.getBuffer().indexOf((byte) '\n') < 0) {
                    listener.pause();
                }
            }
        }
    }

    private void event(String line) throws IOException, ApiStatusException {
        try {
            JsonObject event = JsonParser.parseString(line).getAsJsonObject();
            if (event.get("object") instanceof JsonObject object && event.get("type") instanceof JsonPrimitive type) {
                dispatch(type.getAsString(), object);
            }
        } catch (JsonParseException | IllegalStateException e) { // Gson's words for JSON of another shape
            throw new IOException("a watch event is not as expected: " + Json.problem(e), e);
        }
    }

    private void dispatch(String type, JsonObject object) throws ApiStatusException {
        switch (type) {
            case "ADDED", "MODIFIED" -> listener.living(object, version(object));
            case "DELETED" -> listener.gone(object, version(object));
            case "BOOKMARK" -> listener.bookmark(version(object));
            case "ERROR" -> throw KubeApi.status(code(object), object.toString(), null);
            default -> {} // a type of event that is newer than this program
        }
    }

    private static String version(JsonObject object) {
        if (object.get("metadata") instanceof JsonObject metadata
                && metadata.get("resourceVersion") instanceof JsonPrimitive version) {
            return version.getAsString();
        }
        throw new JsonParseException("an object without metadata.resourceVersion");
    }

    private static int code(JsonObject status) {
        return status.get("code") instanceof JsonPrimitive code
                ? code.getAsInt()
                : HttpURLConnection.HTTP_INTERNAL_ERROR;
    }

    /// What a watch tells, on the thread that runs it.
    interface Listener {
        /// The server has agreed to tell.
        void opened();

        void living(JsonObject object, String version);

        void gone(JsonObject object, String version);

        /// Nothing but progress up to this version.
        void bookmark(String version);

        /// No further event is at hand.
        void pause();
    }
}
