package io.porterlb.kube;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.KubeApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Asks the API server: TokenReview, SubjectAccessReview. Any thread; blocks it, for a few seconds at most.
public final class AccessReviews implements Reviewer, AutoCloseable {
    private final KubeApi api;
    private final Calls calls;

    /// @param api closed with this
    AccessReviews(KubeApi api) {
        this.api = api;
        this.calls = new Calls(api, WriteGate.OPEN);
    }

    @Override
    public Optional<User> userOf(String token) {
        JsonObject status = review("authentication.k8s.io", "TokenReview", Map.of("token", token));
        return isTrue(status, "authenticated") && status.get("user") instanceof JsonObject user
                ? Optional.of(
                        new User(text(user, "username"), text(user, "uid"), texts(user.get("groups")), extra(user)))
                : Optional.empty();
    }

    @Override
    public boolean isAllowed(User user, String verb, String path) {
        JsonObject status = review(
                "authorization.k8s.io",
                "SubjectAccessReview",
                Map.of(
                        "user", user.name(),
                        "uid", user.uid(),
                        "groups", user.groups(),
                        "extra", user.extra(),
                        "nonResourceAttributes", Map.of("verb", verb, "path", path)));
        return isTrue(status, "allowed") && !isTrue(status, "denied");
    }

    /// A review is no object that is kept: its status is in the answer.
    private JsonObject review(String group, String kind, Map<String, ?> spec) {
        List<JsonObject> answers = new ArrayList<>();
        WriteResult result = calls.send(
                "Can't ask for a " + kind,
                "POST",
                "/apis/" + group + "/v1/" + kind.toLowerCase(Locale.ROOT) + "s",
                Json.object("apiVersion", group + "/v1", "kind", kind, "spec", spec),
                ContentType.JSON,
                answer -> {
                    answers.add(answer);
                    return new WriteResult.Written("");
                });
        if (answers.isEmpty() || !(answers.getFirst().get("status") instanceof JsonObject status)) {
            throw new KubeException("Can't ask for a " + kind + ": " + result);
        }
        return status;
    }

    private static boolean isTrue(JsonObject object, String field) {
        return object.get(field) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    private static String text(JsonObject object, String field) {
        return object.get(field) instanceof JsonPrimitive value ? value.getAsString() : "";
    }

    private static Map<String, List<String>> extra(JsonObject user) {
        return user.get("extra") instanceof JsonObject extra
                ? extra.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> texts(entry.getValue())))
                : Map.of();
    }

    private static List<String> texts(JsonElement list) {
        return list instanceof JsonArray array
                ? array.asList().stream().map(JsonElement::getAsString).toList()
                : List.of();
    }

    @Override
    public void close() {
        api.close();
    }
}
