package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.SecretView;
import io.porterlb.desired.view.Secrets;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The Secrets that BgpPeers name come and go, and no other is read.
class SecretWatchTest extends RealApiServer {
    private static final String SECRETS = "/api/v1/namespaces/default/secrets";

    @Test
    void aNamedSecretIsInTheViewWithEveryChangeAndNoOtherIs() throws Exception {
        cluster.close();
        cluster = new KubeCluster(
                connection,
                Set.of(WatchedKind.BGP_PEERS),
                Optional.of("default"),
                "porter-test",
                "here",
                Clock.systemUTC());
        secret(name + "-other", "x");
        peer();
        Secrets none = await(secrets -> secrets.unread().isEmpty());
        assertEquals(Map.of(), none.byName());
        secret(name, "one");
        assertEquals("one", password(await(secrets -> !secrets.byName().isEmpty())));
        JsonObject patch = Json.object("stringData", Map.of("password", "two"));
        api.send("PATCH", SECRETS + "/" + name, patch, ContentType.MERGE_PATCH);
        await(secrets -> password(secrets).equals("two"));
        api.send("DELETE", SECRETS + "/" + name, new JsonObject(), ContentType.JSON);
        await(secrets -> secrets.byName().isEmpty());
        api.send("DELETE", NETWORK + "v1alpha2/bgppeers/" + name, new JsonObject(), ContentType.JSON);
    }

    private static String password(Secrets secrets) {
        SecretView secret = secrets.byName().values().iterator().next();
        return in(secret.data(), "password").reveal();
    }

    /// Takes views until one has Secrets like that.
    private Secrets await(Predicate<Secrets> wanted) throws InterruptedException {
        ClusterView view = cluster.next();
        while (!view.peers().containsKey(name) || !wanted.test(view.secrets().orElseThrow())) {
            view = cluster.next();
        }
        return view.secrets().orElseThrow();
    }

    private void secret(String named, String password) throws Exception {
        JsonObject body = Json.object(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "metadata",
                Map.of("name", named),
                "stringData",
                Map.of("password", password));
        api.send("POST", SECRETS, body, ContentType.JSON);
    }

    private void peer() throws Exception {
        JsonObject body = Json.object(
                "apiVersion",
                "network.kubesphere.io/v1alpha2",
                "kind",
                "BgpPeer",
                "metadata",
                Map.of("name", name),
                "spec",
                Map.of(
                        "conf", Map.of("neighborAddress", "192.0.2.1", "peerAs", 65001),
                        "authSecretRef", Map.of("name", name)));
        api.send("POST", NETWORK + "v1alpha2/bgppeers", body, ContentType.JSON);
    }
}
