package io.porterlb.test.e2e.paths;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.network.Link;
import io.porterlb.test.cluster.process.Command;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Packets from each leaf to each node, counted at the leaf's port of the rack's switch by the node's MAC address: a
/// link's own counter can't tell which node a leaf chose.
public final class LeafToNodeCounters implements AutoCloseable {
    private static final String TABLE = "porterlb_count";
    private static final List<String> LEAVES = List.of("leaf1", "leaf2");

    private final Link.End anyPort;

    private LeafToNodeCounters(Link.End anyPort) {
        this.anyPort = anyPort;
    }

    public static LeafToNodeCounters install(KubernetesCluster cluster) {
        Link.End port = rackPort(cluster, LEAVES.getFirst());
        LeafToNodeCounters counters = new LeafToNodeCounters(port);
        counters.nft(rules(cluster));
        return counters;
    }

    private static String rules(KubernetesCluster cluster) {
        StringBuilder rules = new StringBuilder("table netdev " + TABLE + " {\n");
        for (String leaf : LEAVES) {
            rules.append("chain %s { type filter hook ingress device \"%s\" priority 0;\n"
                    .formatted(leaf, rackPort(cluster, leaf).device()));
            cluster.nodes()
                    .forEach(node -> rules.append("ether daddr %s counter comment \"%s-%s\"\n"
                            .formatted(mac(cluster, node.name()), leaf, node.name())));
            rules.append("}\n");
        }
        return rules.append("}\n").toString();
    }

    /// The end of this role's link that is a port of the rack's switch.
    private static Link.End rackPort(KubernetesCluster cluster, String role) {
        Link link = rackLink(cluster, role);
        return link.near().role().equals("rack") ? link.near() : link.far();
    }

    private static Link rackLink(KubernetesCluster cluster, String role) {
        return cluster.fabric().linksOf(role).stream()
                .filter(link -> link.touches("rack"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(role + " has no link to the rack"));
    }

    private static String mac(KubernetesCluster cluster, String node) {
        Link link = rackLink(cluster, node);
        Link.End end = link.near().role().equals(node) ? link.near() : link.far();
        String device = end.namespace().exec("ip", "-j", "link", "show", end.device());
        return JsonParser.parseString(device)
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("address")
                .getAsString();
    }

    /// Packets so far, by `leaf-node`.
    public Map<String, Long> read() {
        Map<String, Long> packets = new TreeMap<>();
        String json = anyPort.namespace().exec("nft", "-j", "list", "table", "netdev", TABLE);
        for (JsonElement entry : JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("nftables")) {
            JsonObject object = entry.getAsJsonObject();
            if (object.has("rule")) {
                add(packets, object.getAsJsonObject("rule"));
            }
        }
        return packets;
    }

    private static void add(Map<String, Long> packets, JsonObject rule) {
        for (JsonElement expression : rule.getAsJsonArray("expr")) {
            JsonElement counter = expression.getAsJsonObject().get("counter");
            if (counter != null) {
                packets.put(
                        rule.get("comment").getAsString(),
                        counter.getAsJsonObject().get("packets").getAsLong());
            }
        }
    }

    private void nft(String rules) {
        Command.of(anyPort.namespace().command(List.of("nft", "-f", "-")))
                .withInput(rules)
                .run();
    }

    @Override
    public void close() {
        nft("delete table netdev " + TABLE + "\n");
    }
}
