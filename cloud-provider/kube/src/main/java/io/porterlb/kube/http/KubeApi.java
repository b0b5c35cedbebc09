package io.porterlb.kube.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// Requests to the API server, with credentials. Safe for any number of threads; each call blocks its own, which should
/// be a virtual one (an interrupt then ends it at once).
public final class KubeApi implements AutoCloseable {
    private static final String[] AUTHENTICATION = {"BearerToken"};
    private static final String USER_AGENT = "porterlb";

    /// Larger than any answer to a write; etcd's objects end at 1.5 MiB.
    private static final long MAX_ANSWER = 16L << 20;

    private static final int MAX_ERROR = 64 << 10;

    private final ApiClient client;

    public KubeApi(ApiClient client) {
        this.client = client;
        client.setUserAgent(USER_AGENT);
    }

    /// The object at this path.
    public JsonObject get(String path) throws IOException, ApiStatusException {
        return exchange("GET", path, Query.NONE, null, ContentType.JSON);
    }

    /// Sends a body and returns the object (or Status) that the server answers with.
    public JsonObject send(String method, String path, JsonElement body, ContentType type)
            throws IOException, ApiStatusException {
        return exchange(method, path, Query.NONE, body.toString().getBytes(StandardCharsets.UTF_8), type);
    }

    private JsonObject exchange(String method, String path, Query query, byte @Nullable [] body, ContentType type)
            throws IOException, ApiStatusException {
        try (Response response = open(method, path, query, body, type).execute()) {
            return Json.read(bounded(successful(response)), JsonObject.class);
        } catch (JsonParseException e) {
            throw new IOException("the answer is not JSON: " + e.getMessage(), e);
        }
    }

    private static String bounded(ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        if (source.request(MAX_ANSWER + 1)) {
            throw new IOException("the answer is larger than " + (MAX_ANSWER >> 20) + " MiB");
        }
        return source.readUtf8();
    }

    /// A GET whose answer the caller reads as a stream and closes; [#successful] tells whether it is one.
    public Call stream(String path, Query query) throws IOException {
        return open("GET", path, query, null, ContentType.JSON);
    }

    private Call open(String method, String path, Query query, byte @Nullable [] body, ContentType type)
            throws IOException {
        Map<String, String> headers = new HashMap<>(); // the client adds to it
        headers.put("Accept", ContentType.JSON.text());
        headers.put("Content-Type", type.text());
        List<Pair> pairs = query.parameters().stream()
                .map(p -> new Pair(p.name(), p.value()))
                .toList();
        try {
            return client.buildCall(
                    null, path, method, pairs, List.of(), body, headers, Map.of(), Map.of(), AUTHENTICATION, null);
        } catch (ApiException e) {
            throw new IOException("the request could not be built: " + e.getMessage(), e);
        }
    }

    /// The body of a successful response.
    ///
    /// @throws ApiStatusException with the server's own reason, for any other response
    public static ResponseBody successful(Response response) throws IOException, ApiStatusException {
        if (response.isSuccessful()) {
            return response.body();
        }
        throw status(response.code(), response.peekBody(MAX_ERROR).string(), response.header("Retry-After"));
    }

    /// From a Status object, or whatever else a proxy on the way has sent.
    public static ApiStatusException status(int code, String body, @Nullable String retryAfter) {
        JsonObject status;
        try {
            status = Optional.ofNullable(Json.read(body, JsonObject.class)).orElseGet(JsonObject::new);
        } catch (JsonParseException e) {
            status = new JsonObject();
        }
        String message = text(status, "message").orElse("HTTP status " + code);
        return new ApiStatusException(code, text(status, "reason").orElse(""), message, RetryAfter.parse(retryAfter));
    }

    private static Optional<String> text(JsonObject object, String field) {
        return Optional.ofNullable(object.get(field))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }

    /// Ends idle connections. Calls that run are ended by interrupting their threads.
    @Override
    public void close() {
        OkHttpClient http = client.getHttpClient();
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }
}
