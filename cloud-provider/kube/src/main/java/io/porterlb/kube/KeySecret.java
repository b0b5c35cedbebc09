package io.porterlb.kube;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.SecretView;
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

    /// As it is now; empty where it is missing. Needs the verb get on it.
    public Optional<SecretView> find() {
        return calls.find("Can't read " + this, path())
                .map(found -> SecretMapping.view(Json.read(found, SecretResource.class)));
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

    /// Has it hold these keys, if it is what was seen; [WriteResult.Conflict] if it is not. Needs the verb
    /// patch on it.
    ///
    /// @param other removed if empty
    public WriteResult replace(SecretView seen, Password key, Optional<Password> other) {
        JsonObject data = Json.object(
                Secrets.LAYER2_KEY,
                base64(key),
                Secrets.LAYER2_OTHER_KEY,
                other.<Object>map(KeySecret::base64).orElse(JsonNull.INSTANCE));
        return calls.send(
                "Can't write " + this,
                "PATCH",
                path(),
                Json.object("metadata", Map.of("resourceVersion", seen.resourceVersion()), "data", data),
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
