package io.porterlb.kube.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.porterlb.kube.ApiCall;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// Requests to the API server, with credentials. Safe for any number of threads; each call blocks its own, which should
/// be a virtual one (an interrupt then ends it at once).
public final class KubeApi implements AutoCloseable {
    private static final String AUTHENTICATION = "BearerToken";
    private static final String USER_AGENT = "porterlb";

    /// Larger than any answer to a write; etcd's objects end at 1.5 MiB.
    private static final long MAX_ANSWER = 16L << 20;

    private static final int MAX_ERROR = 64 << 10;

    private final ApiClient client;
    private Optional<Throttle> throttle = Optional.empty();

    public KubeApi(ApiClient client) {
        this.client = client;
    }

    /// Has each call told.
    public KubeApi metered(Consumer<ApiCall> onCall) {
        return adapted(http -> http.addInterceptor(new CallMeter(onCall)));
    }

    /// Lets so many calls go out in a second, and so many at once after a pause; others wait in [#awaitTurn].
    public KubeApi limited(double perSecond, int burst) {
        throttle = Optional.of(new Throttle(perSecond, burst));
        return this;
    }

    /// Waits until one more call may go out. Before each call; what allows the call is asked after it, since the
    /// turn may be long in coming.
    ///
    /// @throws IOException if interrupted
    public void awaitTurn() throws IOException {
        if (throttle.isPresent()) {
            throttle.get().await();
        }
    }

    /// Ends each call after this time, whatever it waits for.
    public KubeApi within(Duration time) {
        return adapted(http -> http.callTimeout(time));
    }

    private KubeApi adapted(UnaryOperator<OkHttpClient.Builder> change) {
        client.setHttpClient(change.apply(client.getHttpClient().newBuilder()).build());
        return this;
    }

    /// The object at this path.
    public JsonObject get(String path) throws IOException, ApiStatusException {
        return exchange("GET", path, null);
    }

    /// Sends a body and returns the object (or Status) that the server answers with.
    public JsonObject send(String method, String path, JsonElement body, ContentType type)
            throws IOException, ApiStatusException {
        return exchange(method, path, RequestBody.create(body.toString(), MediaType.get(type.text())));
    }

    private JsonObject exchange(String method, String path, @Nullable RequestBody body)
            throws IOException, ApiStatusException {
        try (Response response = open(method, path, Query.NONE, body).execute()) {
            return Json.read(bounded(successful(response)), JsonObject.class);
        } catch (JsonParseException e) {
            throw new IOException("the answer is not JSON: " + Json.problem(e), e);
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
        return open("GET", path, query, null);
    }

    /// Opens a WebSocket, whose events the listener gets.
    ///
    /// @param protocol subprotocol ([RFC 6455 1.9](https://www.rfc-editor.org/rfc/rfc6455#section-1.9))
    WebSocket webSocket(String path, Query query, String protocol, WebSocketListener listener) throws IOException {
        Request request = request("GET", path, query, null)
                .newBuilder()
                .header("Accept", "*/*") // a kubelet answers 406 to anything narrower
                .header("Sec-WebSocket-Protocol", protocol)
                .build();
        return client.getHttpClient().newWebSocket(request, listener);
    }

    private Call open(String method, String path, Query query, @Nullable RequestBody body) throws IOException {
        return client.getHttpClient().newCall(request(method, path, query, body));
    }

    private Request request(String method, String path, Query query, @Nullable RequestBody body) throws IOException {
        HttpUrl.Builder url = HttpUrl.get(client.getBasePath() + path).newBuilder();
        query.parameters().forEach(p -> url.addQueryParameter(p.name(), p.value()));
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json", "User-Agent", USER_AGENT));
        authenticate(headers);
        return new Request.Builder()
                .url(url.build())
                .headers(Headers.of(headers))
                .method(method, body)
                .build();
    }

    /// Adds the token of a kubeconfig. Certificates and a Pod's token are in the client itself.
    private void authenticate(Map<String, String> headers) throws IOException {
        try {
            client.getAuthentication(AUTHENTICATION)
                    .applyToParams(new ArrayList<>(), headers, new HashMap<>(), "", "", null);
        } catch (ApiException e) {
            throw new IOException("no credentials: " + e.getMessage(), e);
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
        return new ApiStatusException(
                code, text(status, "reason").orElse(""), message, RetryAfter.parse(retryAfter), fields(status));
    }

    private static Set<String> fields(JsonObject status) {
        Set<String> fields = new HashSet<>();
        if (status.get("details") instanceof JsonObject details && details.get("causes") instanceof JsonArray causes) {
            for (JsonElement cause : causes) {
                if (cause instanceof JsonObject object) {
                    text(object, "field").ifPresent(fields::add);
                }
            }
        }
        return fields;
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
