package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.kubernetes.client.util.ClientBuilder;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.KubeApi;
import org.junit.jupiter.api.Test;

class CallsTest {
    private final KubeApi nobody =
            new KubeApi(new ClientBuilder().setBasePath("http://127.0.0.1:1").build());

    private KubeException write(WriteGate gate) {
        Calls calls = new Calls(nobody, gate);
        return assertThrows(
                KubeException.class,
                () -> calls.send(
                        "Can't write",
                        "POST",
                        "/x",
                        new JsonObject(),
                        ContentType.JSON,
                        _ -> new WriteResult.Deleted()));
    }

    @Test
    void nothingIsSentThroughAClosedGate() {
        assertTrue(write(() -> false).toString().contains("leader"));
        assertTrue(write(WriteGate.OPEN).toString().contains("no answer"));
    }
}
