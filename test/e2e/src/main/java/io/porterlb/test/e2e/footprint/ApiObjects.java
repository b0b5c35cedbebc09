package io.porterlb.test.e2e.footprint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.porterlb.test.cluster.KubernetesCluster;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every object on the API server, of whatever kind it has.
final class ApiObjects {
    /// They come and go by themselves. ComponentStatus is no object, but a question.
    private static final Set<String> RESTLESS =
            Set.of("events", "events.events.k8s.io", "endpointslices.discovery.k8s.io", "componentstatuses");

    private ApiObjects() {}

    static NavigableSet<String> of(KubernetesCluster cluster) {
        String kinds = cluster.kubectl("api-resources", "--verbs=list", "--output=name")
                .lines()
                .filter(kind -> !RESTLESS.contains(kind))
                .collect(Collectors.joining(","));
        return lines(cluster.kubectlJson("get", kinds, "--all-namespaces").getAsJsonArray("items"));
    }

    static NavigableSet<String> lines(JsonArray items) {
        NavigableSet<String> lines = new TreeSet<>();
        for (var item : items) {
            JsonObject object = item.getAsJsonObject();
            if (!isHeartbeat(object)) {
                lines.addAll(ObjectLines.of(object));
            }
        }
        return lines;
    }

    private static boolean isHeartbeat(JsonObject object) {
        JsonObject metadata = object.getAsJsonObject("metadata");
        return object.get("kind").getAsString().equals("Lease")
                && metadata.get("namespace").getAsString().equals("kube-node-lease");
    }
}
