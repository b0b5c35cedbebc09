package io.porterlb.test.e2e.pods;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.KubernetesCluster;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What a container uses, from its control group by way of the kubelet, which looks every ten seconds or so.
///
/// @param workingSet bytes of memory that the kernel could not take back, which is what limits are about
/// @param cpu time since it started
public record Usage(String pod, String container, long workingSet, Duration cpu) {
    private static final int MEBIBYTE = 1 << 20;

    /// Of the containers of a namespace on one node.
    public static List<Usage> on(KubernetesCluster cluster, String node, String namespace) {
        String summary = cluster.kubectl(
                "get", "--raw", "/api/v1/nodes/" + node + "/proxy/stats/summary?only_cpu_and_memory=true");
        return of(JsonParser.parseString(summary).getAsJsonObject(), namespace);
    }

    static List<Usage> of(JsonObject summary, String namespace) {
        return summary.getAsJsonArray("pods").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(pod -> reference(pod, "namespace").equals(namespace))
                .flatMap(Usage::ofPod)
                .toList();
    }

    private static Stream<Usage> ofPod(JsonObject pod) {
        return pod.getAsJsonArray("containers").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(container -> of(reference(pod, "name"), container));
    }

    private static String reference(JsonObject pod, String field) {
        return pod.getAsJsonObject("podRef").get(field).getAsString();
    }

    private static Usage of(String pod, JsonObject container) {
        return new Usage(
                pod,
                container.get("name").getAsString(),
                container.getAsJsonObject("memory").get("workingSetBytes").getAsLong(),
                Duration.ofNanos(container
                        .getAsJsonObject("cpu")
                        .get("usageCoreNanoSeconds")
                        .getAsLong()));
    }

    @Override
    public String toString() {
        return "%s %d MiB, %d.%d s of CPU"
                .formatted(pod, workingSet / MEBIBYTE, cpu.toSeconds(), cpu.toMillisPart() / 100);
    }
}
