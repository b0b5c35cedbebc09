package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonObject;
import io.porterlb.desired.allocation.Ownership;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.WriteResult.Conflict;
import io.porterlb.kube.WriteResult.Deleted;
import io.porterlb.kube.WriteResult.NotFound;
import io.porterlb.kube.WriteResult.Written;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.removal.ClusterObject;
import io.porterlb.kube.removal.Deletion;
import io.porterlb.kube.removal.InstalledKind;
import io.porterlb.kube.removal.Removal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The calls of an uninstallation, at a real API server.
class RemovalTest extends RealApiServer {
    private static final String EIPS = NETWORK + "v1alpha2/eips";
    private static final String MAPS = "/api/v1/namespaces/default/configmaps";
    private static final int MORE_THAN_A_PAGE = 501;

    private final Removal removal = connection.removal();

    @Test
    @Timeout(300)
    void aListHasEveryPage() throws Exception {
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            post(MAPS, Json.object("metadata", Map.of("name", name + "-" + i, "labels", Map.of("of", name))));
        }
        List<ClusterObject> found = removal.list(InstalledKind.CONFIG_MAP, "", "of=" + name);
        assertEquals(MORE_THAN_A_PAGE, found.size());
        for (ClusterObject map : found) {
            assertInstanceOf(Deleted.class, removal.delete(map, Deletion.BACKGROUND));
        }
        assertEquals(List.of(), removal.list(InstalledKind.CONFIG_MAP, "default", "of=" + name));
    }

    @Test
    void anObjectThatWasCreatedAnewIsNotDeleted() throws Exception {
        ClusterObject first = eip(List.of());
        assertInstanceOf(Deleted.class, removal.delete(first, Deletion.BACKGROUND));
        assertInstanceOf(NotFound.class, removal.delete(first, Deletion.BACKGROUND));
        ClusterObject second = eip(List.of());
        assertInstanceOf(Conflict.class, removal.delete(first, Deletion.BACKGROUND));
        assertInstanceOf(Deleted.class, removal.delete(second, Deletion.BACKGROUND));
    }

    @Test
    void onlyTheNamedFinalizersComeOffAndOnlyWhatWasReadIsChanged() throws Exception {
        ClusterObject held = eip(List.of("example.com/a", "example.com/b"));
        assertInstanceOf(Written.class, removal.dropFinalizers(held, Set.of("example.com/a")));
        ClusterObject after = find();
        assertEquals(List.of("example.com/b"), after.finalizers());
        assertInstanceOf(Conflict.class, removal.dropFinalizers(held, Set.of("example.com/b")));
        assertInstanceOf(Written.class, removal.dropFinalizers(after, Set.of("example.com/b")));
        removal.delete(after, Deletion.BACKGROUND);
        assertEquals(Optional.empty(), removal.find(InstalledKind.EIP, "", name));
    }

    @Test
    void aServiceThatIsGoneOrHasNothingOfOursIsNotWritten() throws Exception {
        ServiceKey key = new ServiceKey("default", name);
        assertInstanceOf(NotFound.class, removal.release(key, Ownership.unknown()));
        JsonObject created = post(
                "/api/v1/namespaces/default/services",
                Json.object("metadata", Map.of("name", name), "spec", Map.of("ports", List.of(Map.of("port", 80)))));
        assertEquals(new Written(Calls.version(created)), removal.release(key, Ownership.unknown()));
        assertFalse(removal.services(Ownership.unknown()).stream()
                .anyMatch(trace -> trace.service().equals(key)));
    }

    private ClusterObject eip(List<String> finalizers) throws Exception {
        post(
                EIPS,
                Json.object(
                        "apiVersion",
                        "network.kubesphere.io/v1alpha2",
                        "kind",
                        "Eip",
                        "metadata",
                        Map.of("name", name, "finalizers", finalizers),
                        "spec",
                        Map.of("address", "198.51.100.0/24")));
        return find();
    }

    private ClusterObject find() {
        return removal.find(InstalledKind.EIP, "", name).orElseThrow();
    }

    private JsonObject post(String path, JsonObject body) throws Exception {
        return api.send("POST", path, body, ContentType.JSON);
    }
}
