package io.porterlb.kube;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.porterlb.kube.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `status.loadBalancer` of a Service, as it is to be written.
final class Ingress {
    private Ingress() {}

    /// What is to be sent; empty where nothing has to be written.
    ///
    /// @param before `status` as it is
    static Optional<JsonObject> after(JsonObject before, IngressChange change) {
        return switch (change) {
            case IngressChange.Show show -> Optional.of(show(show));
            case IngressChange.Remove(Set<String> entries) when entries.isEmpty() -> Optional.empty();
            case IngressChange.Remove(Set<String> entries) -> Optional.of(without(before, entries));
        };
    }

    /// The API server would set ipMode itself; without it, what we want and what it stores would look different.
    private static JsonObject show(IngressChange.Show show) {
        List<Map<String, String>> entries = show.addresses().stream()
                .map(address -> Map.of("ip", address.toString(), "ipMode", "VIP"))
                .toList();
        return Json.object("ingress", entries);
    }

    private static JsonObject without(JsonObject status, Set<String> entries) {
        JsonArray others = new JsonArray();
        entries(status).asList().stream()
                .filter(entry -> !isOneOf(entry.getAsJsonObject(), entries))
                .forEach(others::add);
        return Json.object("ingress", others);
    }

    private static JsonArray entries(JsonObject status) {
        return status.get("loadBalancer") instanceof JsonObject balancer
                        && balancer.get("ingress") instanceof JsonArray ingress
                ? ingress
                : new JsonArray();
    }

    private static boolean isOneOf(JsonObject entry, Set<String> entries) {
        return entry.has("ip") && entries.contains(entry.get("ip").getAsString());
    }
}
