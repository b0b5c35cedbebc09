package io.porterlb.test.e2e.stage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.test.cluster.KubernetesCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Pods as the API server shows them.
public record Pods(List<Pod> all) {
    /// One Pod.
    ///
    /// @param ready whether its condition `Ready` is true and it is not being deleted
    public record Pod(String name, String node, boolean ready) {}

    static Pods of(KubernetesCluster cluster, String selector) {
        List<Pod> pods = new ArrayList<>();
        cluster.kubectlJson("get", "pods", "--selector", selector)
                .getAsJsonArray("items")
                .forEach(item -> pods.add(pod(item.getAsJsonObject())));
        return new Pods(pods);
    }

    private static Pod pod(JsonObject item) {
        JsonObject metadata = item.getAsJsonObject("metadata");
        JsonElement node = item.getAsJsonObject("spec").get("nodeName");
        return new Pod(
                metadata.get("name").getAsString(),
                node == null ? "" : node.getAsString(),
                !metadata.has("deletionTimestamp") && ready(item.getAsJsonObject("status")));
    }

    private static boolean ready(JsonObject status) {
        if (!status.has("conditions")) {
            return false;
        }
        return status.getAsJsonArray("conditions").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .anyMatch(c -> c.get("type").getAsString().equals("Ready")
                        && c.get("status").getAsString().equals("True"));
    }

    boolean allReady(int count) {
        return all.size() == count && all.stream().allMatch(Pod::ready);
    }

    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        all.forEach(pod -> names.add(pod.name()));
        return names;
    }

    public Set<String> nodes() {
        Set<String> nodes = new TreeSet<>();
        all.forEach(pod -> nodes.add(pod.node()));
        return nodes;
    }
}
