package io.porterlb.test.cluster.router;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.network.NetworkNamespace;
import java.util.Set;
import java.util.TreeSet;

/// Reads the kernel's routing table with `ip -j route`.
final class KernelRoutes {
    private KernelRoutes() {}

    static Set<String> nextHops(NetworkNamespace namespace, String prefix) {
        String family = prefix.contains(":") ? "-6" : "-4";
        return parse(namespace.exec("ip", "-j", family, "route", "show", "exact", prefix));
    }

    /// One route has a `gateway` (or a `via`, where it is of the other family), or a list `nexthops` of such.
    static Set<String> parse(String json) {
        var hops = new TreeSet<String>();
        for (JsonElement route :
                JsonParser.parseString(json.isBlank() ? "[]" : json).getAsJsonArray()) {
            JsonObject object = route.getAsJsonObject();
            JsonArray several = object.getAsJsonArray("nexthops");
            if (several == null) {
                add(hops, object);
            } else {
                several.forEach(hop -> add(hops, hop.getAsJsonObject()));
            }
        }
        return hops;
    }

    private static void add(Set<String> hops, JsonObject hop) {
        if (hop.has("gateway")) {
            hops.add(hop.get("gateway").getAsString());
        } else if (hop.has("via")) {
            hops.add(hop.getAsJsonObject("via").get("host").getAsString());
        }
    }
}
