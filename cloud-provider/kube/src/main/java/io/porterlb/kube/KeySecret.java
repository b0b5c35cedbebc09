package io.porterlb.kube;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.Secrets;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.SecretMapping;
import io.porterlb.kube.resource.SecretResource;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// The Secret [Secrets#LAYER2], whose keys agents sign with what they say to each other. What is in it is in
/// no text. Any thread; each call asks the API server and blocks its own.
public final class KeySecret {
    /// On the Secret, while keys are exchanged and the new one is signed with.
    private static final String SWITCHED = "porterlb.io/key-switched";

    private static final int KEY_OCTETS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Calls calls;
    private final String namespace;

    KeySecret(Calls calls, String namespace) {
        this.calls = calls;
        this.namespace = namespace;
    }

    /// A new key: 256 random bits, in hexadecimal.
    public static Password newKey() {
        byte[] octets = new byte[KEY_OCTETS];
        RANDOM.nextBytes(octets);
        return Password.of(HexFormat.of().formatHex(octets));
    }

    /// What is in it now; empty where it is missing. Needs the verb get on it.
    public Optional<AgentKeys> find() {
        return calls.find("Can't read " + this, path()).map(found -> keys(Json.read(found, SecretResource.class)));
    }

    private static AgentKeys keys(SecretResource secret) {
        Map<String, Password> data = SecretMapping.view(secret).data();
        return new AgentKeys(
                secret.metadata().resourceVersion(),
                data.getOrDefault(Secrets.LAYER2_KEY, Password.of("")),
                Optional.ofNullable(data.get(Secrets.LAYER2_OTHER_KEY)),
                secret.metadata().annotations().containsKey(SWITCHED));
    }

    /// Creates it with a key of its own; [WriteResult.AlreadyExists] where it is there. Needs the verb create
    /// on secrets.
    public WriteResult create(Password key) {
        Map<String, String> labels =
                Map.of("app.kubernetes.io/name", "porterlb", "app.kubernetes.io/component", "agent");
        JsonObject body = Json.object(
                "apiVersion", "v1",
                "kind", "Secret",
                "metadata", Map.of("name", Secrets.LAYER2, "labels", labels),
                "type", "Opaque",
                "data", Json.object(Secrets.LAYER2_KEY, base64(key)));
        return calls.send(
                "Can't create " + this,
                "POST",
                ResourceType.SECRET.pathIn(namespace),
                body,
                ContentType.JSON,
                KeySecret::written);
    }

    /// Has it hold these keys, if it still has the version that they name; [WriteResult.Conflict] if it has
    /// not. Needs the verb patch on it.
    public WriteResult write(AgentKeys keys) {
        JsonObject annotations = Json.object(SWITCHED, keys.switched() ? "true" : JsonNull.INSTANCE);
        JsonObject data = Json.object(
                Secrets.LAYER2_KEY,
                base64(keys.key()),
                Secrets.LAYER2_OTHER_KEY,
                keys.other().<Object>map(KeySecret::base64).orElse(JsonNull.INSTANCE));
        JsonObject metadata = Json.object("resourceVersion", keys.resourceVersion(), "annotations", annotations);
        return calls.send(
                "Can't write " + this,
                "PATCH",
                path(),
                Json.object("metadata", metadata, "data", data),
                ContentType.MERGE_PATCH,
                KeySecret::written);
    }

    private static String base64(Password key) {
        return Base64.getEncoder().encodeToString(key.reveal().getBytes(StandardCharsets.UTF_8));
    }

    private static WriteResult written(JsonObject answer) {
        return new WriteResult.Written(Calls.version(answer));
    }

    private String path() {
        return ResourceType.SECRET.path(namespace, Secrets.LAYER2);
    }

    @Override
    public String toString() {
        return "Secret " + namespace + "/" + Secrets.LAYER2;
    }
}
