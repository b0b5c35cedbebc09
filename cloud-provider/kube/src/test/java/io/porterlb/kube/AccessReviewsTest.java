package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.ApiClient;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.KubeApi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class AccessReviewsTest {
    private static final Map<String, List<String>> EXTRA =
            Map.of("authentication.kubernetes.io/pod-name", List.of("prometheus-0"));

    private JsonObject asked = new JsonObject();

    private AccessReviews answering(JsonObject status) {
        Interceptor server = chain -> {
            asked = Json.read(body(chain.request()), JsonObject.class);
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(201)
                    .message("Created")
                    .body(ResponseBody.create(Json.object("status", status).toString(), null))
                    .build();
        };
        ApiClient client = new ApiClient();
        return new AccessReviews(new KubeApi(client.setHttpClient(
                client.getHttpClient().newBuilder().addInterceptor(server).build())));
    }

    private static String body(Request request) throws IOException {
        Buffer buffer = new Buffer();
        Objects.requireNonNull(request.body()).writeTo(buffer);
        return buffer.readUtf8();
    }

    @Test
    void whatAnAuthorizerMayGoByIsHandedOnFromTheTokenReview() {
        JsonObject known = Json.object("authenticated", true, "user", Map.of("username", "a", "extra", EXTRA));
        Reviewer.User user = answering(known).userOf("token").orElseThrow();
        assertEquals(new Reviewer.User("a", "", List.of(), EXTRA), user);
        assertTrue(answering(Json.object("allowed", true)).isAllowed(user, "get", "/metrics"));
        assertEquals(Json.tree(EXTRA), asked.getAsJsonObject("spec").get("extra"));
    }
}
