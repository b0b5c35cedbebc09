package io.porterlb.test.e2e.stage;

import com.google.gson.JsonObject;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.fabric.Fabric;
import io.porterlb.test.e2e.install.PorterPods;
import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.paths.Paths;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Where the promises are checked: a cluster in a leaf-spine fabric, with PorterLB and the examples on it.
///
/// @param judgeGaps whether a gap that a protocol timer bounds is held against that bound
public record Stage(KubernetesCluster cluster, PorterPods porterlb, Paths paths, boolean judgeGaps) {
    /// The Service of the examples.
    public static final String SERVICE = "echo";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// Whether a load met nothing of what happened meanwhile: where gaps are judged, every request was answered.
    public boolean unharmed(LoadResult result) {
        return judgeGaps ? result.failures() == 0 : result.unharmed();
    }

    public Fabric fabric() {
        return cluster.fabric();
    }

    public Service service() {
        return new Service(cluster, SERVICE);
    }

    public Traffic traffic() {
        return new Traffic(this, service().address());
    }

    /// The Service's address as a route.
    public String prefix() {
        return service().address() + "/32";
    }

    /// All nodes, by name.
    public Set<String> nodes() {
        Set<String> names = new TreeSet<>();
        cluster.nodes().forEach(node -> names.add(node.name()));
        return names;
    }

    /// How many ways the fabric has to this many nodes: two borders, two spines, two leaves.
    public static int waysTo(int nodes) {
        return 2 * 2 * 2 * nodes;
    }

    /// Waits until the client has every way to these nodes, and no other; gives the ways it has at last.
    public List<List<String>> awaitWays(Set<String> nodes) {
        return Wait.untilValue(
                PATIENCE,
                () -> paths.to(prefix()),
                ways -> ways.size() == waysTo(nodes.size())
                        && ways.stream().allMatch(way -> nodes.contains(way.getLast())));
    }

    /// Waits until the Deployment of the examples has this many Pods and no other; gives the Pods' nodes by their
    /// names.
    public Pods awaitPods(int count) {
        cluster.kubectl("rollout", "status", "deployment/" + SERVICE, "--timeout=300s");
        return Wait.untilValue(PATIENCE, () -> Pods.of(cluster, "app=" + SERVICE), pods -> pods.allReady(count));
    }

    /// Waits for an event with this reason on an object; gives its message, empty if none came.
    public String awaitEvent(String kind, String name, String reason) {
        return Wait.untilValue(PATIENCE, () -> event(kind, name, reason), message -> !message.isEmpty());
    }

    private String event(String kind, String name, String reason) {
        String fields = "involvedObject.kind=" + kind + ",involvedObject.name=" + name + ",reason=" + reason;
        JsonObject events = cluster.kubectlJson("get", "events", "--all-namespaces", "--field-selector", fields);
        var items = events.getAsJsonArray("items");
        return items.isEmpty()
                ? ""
                : items.get(0).getAsJsonObject().get("message").getAsString();
    }
}
