package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.porterlb.kube.http.ApiStatusException;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the API server makes of specs, with manifests/crds.
class CrdRulesTest extends RealApiServer {

    @ParameterizedTest
    @MethodSource("rules")
    void crdAcceptsOrSaysWhatToWriteInstead(String kind, String spec, String expected) throws Exception {
        String body = "{\"apiVersion\":\"network.kubesphere.io/v1alpha2\",\"kind\":\"" + kindOf(kind)
                + "\",\"metadata\":{\"generateName\":\"t\"},\"spec\":" + spec + "}";
        assertSays(
                expected,
                () -> api.send(
                        "POST",
                        NETWORK + "v1alpha2/" + kind + "?dryRun=All&fieldValidation=Strict",
                        Json.read(body, JsonObject.class),
                        ContentType.JSON));
    }

    private static void assertSays(String expected, Attempt attempt) throws Exception {
        try {
            attempt.run();
            assertEquals(expected, "accepted");
        } catch (ApiStatusException e) {
            assertTrue(String.valueOf(e.getMessage()).contains(expected), e.getMessage());
        }
    }

    private static String kindOf(String plural) {
        return in(Map.of("eips", "Eip", "bgpconfs", "BgpConf", "bgppeers", "BgpPeer"), plural);
    }

    static Stream<Object[]> rules() {
        try (InputStream table = CrdRulesTest.class.getResourceAsStream("crd-rules.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> (Object[]) line.split("\t"))
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oldVersionKeepsFieldsThatTheNewOneDoesNotHave() throws Exception {
        JsonObject old = Json.object(
                "apiVersion",
                "network.kubesphere.io/v1alpha1",
                "kind",
                "BgpPeer",
                "metadata",
                Map.of("name", name),
                "spec",
                Map.of("config", Map.of("peerAs", 50001, "neighborAddress", "192.0.2.9")));
        api.send("POST", NETWORK + "v1alpha1/bgppeers", old, ContentType.JSON);
        JsonObject back = api.get(NETWORK + "v1alpha1/bgppeers/" + name);
        assertEquals(old.get("spec"), back.get("spec"));
        api.send("DELETE", NETWORK + "v1alpha1/bgppeers/" + name, new JsonObject(), ContentType.JSON);
    }

    private interface Attempt {
        void run() throws Exception;
    }
}
