package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.Secrets;
import io.porterlb.kube.WriteResult.AlreadyExists;
import io.porterlb.kube.WriteResult.Conflict;
import io.porterlb.kube.WriteResult.Written;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The agents' keys, at a real API server, in a namespace of each test's own.
class KeySecretTest extends RealApiServer {
    private final KeySecret secret = cluster.keys(name);

    @BeforeEach
    void createNamespace() throws Exception {
        api.send("POST", "/api/v1/namespaces", Json.object("metadata", Map.of("name", name)), ContentType.JSON);
    }

    private AgentKeys found() {
        return secret.find().orElseThrow();
    }

    @Test
    void aMissingOneIsMadeWithAKeyOfItsOwn() throws Exception {
        assertEquals(Optional.empty(), secret.find());
        Password key = KeySecret.newKey();
        assertInstanceOf(Written.class, secret.create(key));
        assertEquals(key, found().key());
        assertEquals(Optional.empty(), found().other());
        assertTrue(key.reveal().matches("[0-9a-f]{64}"));
        assertFalse(key.equals(KeySecret.newKey()));
        JsonObject object = api.get("/api/v1/namespaces/" + name + "/secrets/" + Secrets.LAYER2);
        assertEquals("Opaque", object.get("type").getAsString());
        assertEquals(
                "porterlb",
                object.getAsJsonObject("metadata")
                        .getAsJsonObject("labels")
                        .get("app.kubernetes.io/name")
                        .getAsString());
    }

    @Test
    void ofTwoWhoMakeItOneDoesAndTheOthersKeyIsNeverSeen() throws Exception {
        List<Password> keys = List.of(KeySecret.newKey(), KeySecret.newKey());
        List<Future<WriteResult>> both = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            keys.forEach(key -> both.add(threads.submit((Callable<WriteResult>) () -> secret.create(key))));
        }
        boolean first = both.get(0).get() instanceof Written;
        assertInstanceOf(AlreadyExists.class, both.get(first ? 1 : 0).get());
        assertEquals(keys.get(first ? 0 : 1), found().key());
    }

    @Test
    void keysAreWrittenOverTheVersionThatWasSeenAndNoOther() throws Exception {
        Password old = KeySecret.newKey();
        Password fresh = KeySecret.newKey();
        secret.create(old);
        AgentKeys first = found();
        AgentKeys adding = first.adding(fresh);
        assertInstanceOf(Written.class, secret.write(adding));
        assertEquals(adding.at(found().resourceVersion()), found());
        AgentKeys switched = found().next();
        assertInstanceOf(Written.class, secret.write(switched));
        assertEquals(switched.at(found().resourceVersion()), found());
        assertInstanceOf(Conflict.class, secret.write(first));
        assertInstanceOf(Written.class, secret.write(found().next()));
        assertEquals(new AgentKeys(found().resourceVersion(), fresh, Optional.empty(), false), found());
    }
}
