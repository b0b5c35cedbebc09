package io.porterlb.kube;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.ApiClient;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.KubeApi;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/// Keeps one PorterAddress by resourceVersion, as an API server does, but takes its time before it looks at a request:
/// those who are not kept apart all decide on the same version. What a real one does is tested against a real one.
final class AddressServer implements Interceptor {
    private static final int MILLISECONDS = 100;

    private final Consumer<JsonObject> pruning;
    private JsonElement stored = JsonNull.INSTANCE;
    private int version;
    private int requests;

    /// @param pruning takes off `spec` what the kind's definition does not know
    AddressServer(Consumer<JsonObject> pruning) {
        this.pruning = pruning;
    }

    KubeApi client() {
        ApiClient client = new ApiClient();
        return new KubeApi(client.setHttpClient(
                client.getHttpClient().newBuilder().addInterceptor(this).build()));
    }

    /// How many requests it has answered.
    synchronized int requests() {
        return requests;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            Thread.sleep(MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
        return handle(chain.request());
    }

    private synchronized Response handle(Request request) throws IOException {
        requests++;
        JsonObject body = body(request);
        return switch (request.method()) {
            case "POST" -> stored.isJsonNull() ? store(request, body) : refuse(request, "AlreadyExists");
            case "PATCH" -> isOf(stored, body) ? store(request, body) : refuse(request, "Conflict");
            default -> throw new IOException("not a request of this test: " + request);
        };
    }

    private static JsonObject body(Request request) throws IOException {
        Buffer buffer = new Buffer();
        Objects.requireNonNull(request.body()).writeTo(buffer);
        return Json.read(buffer.readUtf8(), JsonObject.class);
    }

    private static boolean isOf(JsonElement stored, JsonObject patch) {
        return stored instanceof JsonObject object && version(object).equals(version(patch));
    }

    private static JsonElement version(JsonObject object) {
        return object.getAsJsonObject("metadata").get("resourceVersion");
    }

    private Response store(Request request, JsonObject body) {
        version++;
        JsonObject spec = stored instanceof JsonObject before ? before.getAsJsonObject("spec") : new JsonObject();
        body.getAsJsonObject("spec").asMap().forEach(spec::add);
        pruning.accept(spec);
        String name = spec.get("address").getAsString();
        stored = Json.object(
                "metadata", Map.of("name", name, "uid", "1", "resourceVersion", String.valueOf(version)), "spec", spec);
        return answer(request, 200, stored);
    }

    private static Response refuse(Request request, String reason) {
        return answer(request, 409, Json.object("reason", reason, "message", reason));
    }

    private static Response answer(Request request, int code, JsonElement body) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(code)
                .message(String.valueOf(code))
                .body(ResponseBody.create(body.toString(), null))
                .build();
    }
}
