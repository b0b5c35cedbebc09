package io.porterlb.test.e2e.pods;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.ProcessId;
import java.time.Duration;

/// The program in a container of a Pod, as a process of this machine: for doing to it what no API does. It can
/// only be a Pod of the given cluster, since it is looked for in the control groups of that cluster's nodes.
///
/// @param pod its name
/// @param id of the container's first process
public record PodProcess(String pod, String container, ProcessId id) {
    private static final String SCHEME = "containerd://";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// The program that a container runs now; after a restart it is another one.
    ///
    /// @throws IllegalStateException where it does not run
    public static PodProcess of(KubernetesCluster cluster, String namespace, String pod, String container) {
        JsonObject found = cluster.kubectlJson("--namespace", namespace, "get", "pod", pod);
        String node = found.getAsJsonObject("spec").get("nodeName").getAsString();
        return cluster.node(node)
                .containerProcess(containerId(found, container))
                .map(id -> new PodProcess(pod, container, id))
                .orElseThrow(() -> new IllegalStateException(
                        "container " + container + " of Pod " + namespace + "/" + pod + " does not run on " + node));
    }

    private static String containerId(JsonObject pod, String container) {
        return pod.getAsJsonObject("status").getAsJsonArray("containerStatuses").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(status -> status.get("name").getAsString().equals(container))
                .map(status -> status.get("containerID").getAsString().substring(SCHEME.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no container " + container + " in the status of " + pod.get("metadata")));
    }

    /// SIGKILL; returns when it has ended. The kubelet starts the container again by the Pod's restartPolicy.
    public void kill() {
        id.signal("KILL");
        if (!Await.until(PATIENCE, () -> !id.isAlive())) {
            throw new IllegalStateException(this + " has not ended " + PATIENCE.toSeconds() + " s after SIGKILL");
        }
    }

    /// SIGSTOP: it exists, holds its sockets, and does nothing.
    public void pause() {
        id.signal("STOP");
    }

    /// SIGCONT.
    public void resume() {
        id.signal("CONT");
    }

    public boolean isAlive() {
        return id.isAlive();
    }
}
