package io.porterlb.kube;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.KubeApi;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/// Against the API server of a real cluster of one node, with manifests/crds. What the tests create stays there; names
/// are random.
@Tag("cluster")
@Timeout(60)
abstract class RealApiServer {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final String NETWORK = "/apis/network.kubesphere.io/";

    final KubeConnection connection = KubeConnection.fromKubeconfig(RealCluster.kubeconfig());
    final KubeApi api = connection.calls();
    final String name = "t" + UUID.randomUUID();
    KubeCluster cluster = watchAt(NOW);

    KubeCluster watchAt(Instant now) {
        return new KubeCluster(
                connection,
                WatchedKind.MANAGER,
                WriteGate.OPEN,
                "porter-test",
                "here",
                Clock.fixed(now, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        cluster.close();
        connection.close();
    }

    /// One of the test's name, for 198.51.100.7.
    void createEip() throws Exception {
        JsonObject body = Json.object(
                "apiVersion",
                "network.kubesphere.io/v1alpha2",
                "kind",
                "Eip",
                "metadata",
                Map.of("name", name),
                "spec",
                Map.of("address", "198.51.100.7"));
        api.send("POST", NETWORK + "v1alpha2/eips", body, ContentType.JSON);
    }

    /// Takes views until one has this.
    <K, V> V await(Function<ClusterView, Map<K, V>> kind, K key) throws InterruptedException {
        ClusterView view = cluster.next();
        while (!kind.apply(view).containsKey(key)) {
            view = cluster.next();
        }
        return in(kind.apply(view), key);
    }

    static <K, V> V in(Map<K, V> map, K key) {
        return Optional.ofNullable(map.get(key)).orElseThrow(() -> new AssertionError("no " + key));
    }
}
