package io.porterlb.test.cluster.router;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads what bgpd prints as JSON. Pure.
final class FrrOutput {
    private FrrOutput() {}

    /// `show bgp summary json`: one object a family, each with `peers` by address. A neighbor of both families is one
    /// session.
    static List<BgpSession> sessions(JsonElement summary) {
        Map<String, BgpSession> sessions = new LinkedHashMap<>();
        for (JsonObject family : families(summary)) {
            JsonObject peers = family.getAsJsonObject("peers");
            if (peers != null) {
                peers.entrySet()
                        .forEach(peer -> sessions.merge(
                                peer.getKey(),
                                session(peer.getKey(), peer.getValue().getAsJsonObject()),
                                FrrOutput::both));
            }
        }
        return List.copyOf(sessions.values());
    }

    private static BgpSession session(String peer, JsonObject json) {
        int received = json.has("pfxRcd") ? json.get("pfxRcd").getAsInt() : 0;
        return new BgpSession(
                peer, json.get("remoteAs").getAsLong(), json.get("state").getAsString(), received);
    }

    private static BgpSession both(BgpSession first, BgpSession second) {
        return new BgpSession(
                first.peer(), first.as(), first.state(), first.prefixesReceived() + second.prefixesReceived());
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

    /// `show bgp FAMILY unicast PREFIX json`: `paths`, of which the best and those used beside it count.
    static Set<String> nextHops(JsonElement route) {
        var hops = new TreeSet<String>();
        JsonObject object = route.getAsJsonObject();
        if (object.has("paths")) {
            object.getAsJsonArray("paths").asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .filter(FrrOutput::isUsed)
                    .flatMap(path -> path.getAsJsonArray("nexthops").asList().stream())
                    .map(JsonElement::getAsJsonObject)
                    .filter(hop -> hop.has("used") && hop.get("used").getAsBoolean())
                    .forEach(hop -> hops.add(hop.get("ip").getAsString()));
        }
        return hops;
    }

    private static boolean isUsed(JsonObject path) {
        boolean best = path.has("bestpath") && path.getAsJsonObject("bestpath").has("overall");
        return best || path.has("multipath");
    }
}
