package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.ClientBuilder;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.KubeApi;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

class CallsTest {
    private final KubeApi nobody =
            new KubeApi(new ClientBuilder().setBasePath("http://127.0.0.1:1").build());

    private KubeException write(WriteGate gate) {
        Calls calls = new Calls(nobody, gate);
        return assertThrows(
                KubeException.class,
                () -> calls.send("Can't write", "POST", "/x", new JsonObject(), ContentType.JSON, _ -> deleted()));
    }

    /// A turn may be long in coming; the one who waits here is interrupted before it has come.
    @Test
    void theGateIsAskedAfterACallHasHadItsTurn() throws IOException {
        KubeApi slow = nobody.limited(0.001, 1);
        slow.awaitTurn();
        AtomicInteger asked = new AtomicInteger();
        Thread.currentThread().interrupt();
        write(() -> asked.incrementAndGet() > 0);
        assertTrue(Thread.interrupted());
        assertEquals(0, asked.get());
    }

    /// A leader that waits as long as a busy API server asks it to has lost meanwhile.
    @Test
    void whoTriesAgainByItselfIsToldAtOnceThatTheServerIsBusy() {
        AtomicInteger calls = new AtomicInteger();
        try (KubeApi api = new KubeApi(busy(calls))) {
            assertThrows(KubeException.class, () -> Calls.once(api).get("Can't read", "/x", _ -> deleted()));
            assertEquals(1, calls.get());
            assertThrows(
                    KubeException.class, () -> new Calls(api, WriteGate.OPEN).get("Can't read", "/x", _ -> deleted()));
            assertEquals(6, calls.get());
        }
    }

    private static ApiClient busy(AtomicInteger calls) {
        ApiClient client = new ApiClient();
        Interceptor busy = chain -> {
            calls.incrementAndGet();
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(429)
                    .message("Too Many Requests")
                    .header("Retry-After", "0")
                    .body(ResponseBody.create("", null))
                    .build();
        };
        return client.setHttpClient(
                client.getHttpClient().newBuilder().addInterceptor(busy).build());
    }

    private static WriteResult deleted() {
        return new WriteResult.Deleted();
    }

    @Test
    void nothingIsSentThroughAClosedGate() {
        assertTrue(write(() -> false).toString().contains("leader"));
        assertTrue(write(WriteGate.OPEN).toString().contains("no answer"));
    }
}
