package io.porterlb.test.e2e.paths;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.KubernetesCluster;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Which part of the network has which address, as each one's own interfaces say.
public final class Owners {
    private final Map<String, String> roles = new HashMap<>();

    private Owners() {}

    /// Asks each of these roles for its addresses.
    public static Owners of(KubernetesCluster cluster, Collection<String> roles) {
        Owners owners = new Owners();
        for (String role : roles) {
            String interfaces = cluster.namespace(role).exec("ip", "-j", "addr");
            for (JsonElement device : JsonParser.parseString(interfaces).getAsJsonArray()) {
                device.getAsJsonObject()
                        .getAsJsonArray("addr_info")
                        .forEach(info -> owners.add(info.getAsJsonObject().get("local"), role));
            }
        }
        return owners;
    }

    private void add(JsonElement address, String role) {
        roles.put(address.getAsString(), role);
    }

    /// The role that has this address; the address itself where nobody has it.
    public String of(String address) {
        return roles.getOrDefault(address, address);
    }
}
