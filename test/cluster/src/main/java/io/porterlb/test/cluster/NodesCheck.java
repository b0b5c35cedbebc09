package io.porterlb.test.cluster;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.programs.KubernetesProgram;
import java.time.Duration;
import java.util.function.Predicate;

/// Waits for the Node objects of a cluster.
record NodesCheck(KubernetesCluster cluster) {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_KUBECTLS = Duration.ofMillis(250);

    /// @throws IllegalStateException where not all nodes are Ready in time, or a kubelet has ended
    void awaitReady() {
        await("Ready", condition -> saysReady(condition, "True"));
    }

    /// Until each kubelet has said once how its node is. That it is not Ready yet is its network's fault.
    void awaitRegistered() {
        await("registered", condition -> saysReady(condition, "True") || saysReady(condition, "False"));
    }

    private void await(String state, Predicate<JsonObject> condition) {
        boolean done = Await.until(LIMIT, BETWEEN_KUBECTLS, () -> {
            cluster.nodes().forEach(NodesCheck::requireKubelet);
            return count(condition) == cluster.spec().nodes();
        });
        if (!done) {
            throw new IllegalStateException(
                    "nodes of cluster %s are not %s after %d s; kubelets' logs are below %s:\n%s"
                            .formatted(
                                    cluster.spec().name(),
                                    state,
                                    LIMIT.toSeconds(),
                                    cluster.folder().resolve("logs"),
                                    cluster.kubectl("describe", "nodes")));
        }
    }

    private static void requireKubelet(KubernetesNode node) {
        node.process(KubernetesProgram.KUBELET.fileName())
                .filter(kubelet -> !kubelet.isAlive())
                .ifPresent(kubelet -> {
                    throw kubelet.failure("its node is not Ready yet");
                });
    }

    private long count(Predicate<JsonObject> condition) {
        String list = cluster.kubectl("get", "--raw=/api/v1/nodes");
        return JsonParser.parseString(list).getAsJsonObject().getAsJsonArray("items").asList().stream()
                .filter(node -> hasCondition(node.getAsJsonObject(), condition))
                .count();
    }

    private static boolean hasCondition(JsonObject node, Predicate<JsonObject> condition) {
        JsonObject status = node.getAsJsonObject("status");
        return status.has("conditions")
                && status.getAsJsonArray("conditions").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .anyMatch(condition);
    }

    private static boolean saysReady(JsonObject condition, String status) {
        return condition.get("type").getAsString().equals("Ready")
                && condition.get("status").getAsString().equals(status);
    }
}
