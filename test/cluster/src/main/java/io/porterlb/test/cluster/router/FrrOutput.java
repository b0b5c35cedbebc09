package io.porterlb.test.cluster.router;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Reads what bgpd prints as JSON. Pure.
final class FrrOutput {
    private FrrOutput() {}

    /// `show bgp summary json`: one object a family, each with `peers` by address. A neighbor of both families is one
    /// session. `show bgp neighbors json` has one object a neighbor, with what it last died of.
    static List<BgpSession> sessions(JsonElement summary, JsonElement neighbors) {
        Map<String, BgpSession> sessions = new LinkedHashMap<>();
        for (JsonObject family : families(summary)) {
            JsonObject peers = family.getAsJsonObject("peers");
            if (peers != null) {
                peers.entrySet()
                        .forEach(peer -> sessions.merge(
                                peer.getKey(),
                                session(peer.getKey(), peer.getValue().getAsJsonObject(), neighbors.getAsJsonObject()),
                                FrrOutput::both));
            }
        }
        return List.copyOf(sessions.values());
    }

    private static BgpSession session(String peer, JsonObject json, JsonObject neighbors) {
        int received = json.has("pfxRcd") ? json.get("pfxRcd").getAsInt() : 0;
        String error = neighbors.has(peer) ? lastError(neighbors.getAsJsonObject(peer)) : "";
        return new BgpSession(
                peer, json.get("remoteAs").getAsLong(), json.get("state").getAsString(), received, error);
    }

    private static String lastError(JsonObject neighbor) {
        return Stream.of("lastResetDueTo", "lastNotificationReason", "lastShutdownDescription")
                .filter(neighbor::has)
                .map(key -> neighbor.get(key).getAsString())
                .reduce((first, next) -> first + ": " + next)
                .orElse("");
    }

    private static BgpSession both(BgpSession first, BgpSession second) {
        int received = first.prefixesReceived() + second.prefixesReceived();
        return new BgpSession(first.peer(), first.as(), first.state(), received, first.lastError());
    }

    /// `show bgp FAMILY unicast json`: one member of `routes` a prefix.
    static int routes(JsonElement table) {
        JsonObject object = table.getAsJsonObject();
        return object.has("routes") ? object.getAsJsonObject("routes").size() : 0;
    }

    private static List<JsonObject> families(JsonElement summary) {
        return summary.getAsJsonObject().entrySet().stream()
                .map(Map.Entry::getValue)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /// `show bgp FAMILY unicast PREFIX json`.
    static List<BgpPath> paths(JsonElement route) {
        JsonObject object = route.getAsJsonObject();
        return !object.has("paths")
                ? List.of()
                : object.getAsJsonArray("paths").asList().stream()
                        .map(path -> path(path.getAsJsonObject()))
                        .toList();
    }

    private static BgpPath path(JsonObject path) {
        Optional<String> hop = usedNextHop(path);
        return new BgpPath(
                hop.orElse(""),
                asPath(path),
                number(path, "metric"),
                number(path, "locPrf"),
                words(path, "community"),
                words(path, "largeCommunity"),
                hop.isPresent() && isUsed(path));
    }

    private static List<Long> asPath(JsonObject path) {
        String text = path.has("aspath")
                ? path.getAsJsonObject("aspath").get("string").getAsString()
                : "Local";
        return Stream.of(text.split(" ", -1))
                .filter(as -> !as.equals("Local") && !as.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    private static OptionalLong number(JsonObject path, String key) {
        return path.has(key) ? OptionalLong.of(path.get(key).getAsLong()) : OptionalLong.empty();
    }

    private static List<String> words(JsonObject path, String key) {
        return path.has(key)
                ? List.of(path.getAsJsonObject(key).get("string").getAsString().split(" ", -1))
                : List.of();
    }

    private static Optional<String> usedNextHop(JsonObject path) {
        return path.getAsJsonArray("nexthops").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(hop -> hop.has("used") && hop.get("used").getAsBoolean())
                .map(hop -> hop.get("ip").getAsString())
                .findFirst();
    }

    private static boolean isUsed(JsonObject path) {
        boolean best = path.has("bestpath") && path.getAsJsonObject("bestpath").has("overall");
        return best || path.has("multipath");
    }
}
