package io.porterlb.test.e2e.lifecycle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/// What the agents report in their PorterNodes.
public record Agents(KubernetesCluster cluster) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// Waits until every node reports that its session is up and that it has told the router of so many routes.
    ///
    /// @return the nodes that did in the end
    public Set<String> awaitReports(int routes) {
        int nodes = cluster.nodes().size();
        return Wait.untilValue(PATIENCE, () -> telling(routes), found -> found.size() == nodes);
    }

    private Set<String> telling(int routes) {
        Set<String> nodes = new TreeSet<>();
        cluster.kubectlJson("get", "porternodes.porterlb.io").getAsJsonArray("items").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(node -> tells(node, routes))
                .forEach(node ->
                        nodes.add(node.getAsJsonObject("metadata").get("name").getAsString()));
        return nodes;
    }

    private static boolean tells(JsonObject node, int routes) {
        return node.getAsJsonObject("status").getAsJsonArray("sessions").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .anyMatch(session -> session.get("state").getAsString().equals("ESTABLISHED")
                        && session.get("routesSent").getAsInt() == routes);
    }
}
