package io.porterlb.test.e2e.pods;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/// A container that the kubelet has started again.
///
/// @param count how often
/// @param reason why the one before ended, in the kubelet's words: `Error`, `OOMKilled`, `Completed`, ...
/// @param exitCode of the one before; 128 and the signal's number where one ended it
public record Restart(String pod, String container, int count, String reason, int exitCode) {
    private static final int SIGKILL = 128 + 9;

    /// Those of a list of Pods.
    public static List<Restart> in(JsonObject pods) {
        return pods.getAsJsonArray("items").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .flatMap(Restart::ofPod)
                .filter(restart -> restart.count > 0)
                .toList();
    }

    private static Stream<Restart> ofPod(JsonObject pod) {
        String name = pod.getAsJsonObject("metadata").get("name").getAsString();
        JsonElement statuses = pod.getAsJsonObject("status").get("containerStatuses");
        return statuses == null
                ? Stream.empty()
                : statuses.getAsJsonArray().asList().stream().map(status -> of(name, status.getAsJsonObject()));
    }

    private static Restart of(String pod, JsonObject status) {
        JsonObject last = status.has("lastState") ? status.getAsJsonObject("lastState") : new JsonObject();
        JsonObject ended = last.has("terminated") ? last.getAsJsonObject("terminated") : new JsonObject();
        return new Restart(
                pod,
                status.get("name").getAsString(),
                status.get("restartCount").getAsInt(),
                ended.has("reason") ? ended.get("reason").getAsString() : "",
                ended.has("exitCode") ? ended.get("exitCode").getAsInt() : 0);
    }

    /// Whether somebody killed it, who was not the kernel for want of memory.
    public boolean wasSigkill() {
        return exitCode == SIGKILL && !reason.equals("OOMKilled");
    }

    @Override
    public String toString() {
        return "%s in %s %d times, at last after %s (exit code %d)".formatted(container, pod, count, reason, exitCode);
    }
}
