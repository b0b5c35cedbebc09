package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.WriteResult.Conflict;
import io.porterlb.kube.WriteResult.Deleted;
import io.porterlb.kube.WriteResult.NotFound;
import io.porterlb.kube.WriteResult.Written;
import io.porterlb.kube.http.ApiStatusException;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is written to Nodes, at a real API server. Somebody else writes between the reading and the writing
/// where a test lets it do so while the change is being decided.
class NodeWriterTest extends RealApiServer {
    private static final String UNINITIALIZED = "node.cloudprovider.kubernetes.io/uninitialized";
    private static final String OTHER = "example.com/other";

    private NodeView node() throws Exception {
        JsonObject spec = Json.object(
                "taints",
                List.of(
                        Map.of("key", UNINITIALIZED, "value", "true", "effect", "NoSchedule"),
                        Map.of("key", UNINITIALIZED, "effect", "NoExecute"),
                        Map.of("key", OTHER, "value", "kept", "effect", "NoExecute")));
        JsonObject body = Json.object("metadata", Map.of("name", name, "labels", Map.of("mine", "kept")), "spec", spec);
        api.send("POST", "/api/v1/nodes", body, ContentType.JSON);
        return await(ClusterView::nodes, name);
    }

    private String path() {
        return "/api/v1/nodes/" + name;
    }

    private void label(String key) {
        JsonObject patch = Json.object("metadata", Map.of("labels", Map.of(key, "x")));
        assertDoes(() -> api.send("PATCH", path(), patch, ContentType.MERGE_PATCH));
    }

    private interface Call {
        void run() throws Exception;
    }

    private static void assertDoes(Call call) {
        try {
            call.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Kubernetes' own controllers add taints of theirs to a Node without a kubelet.
    private static Set<String> ours(Set<String> taints) {
        return Set.copyOf(taints.stream()
                .filter(t -> !t.startsWith("node.kubernetes.io/"))
                .toList());
    }

    private long stored(String taint) throws Exception {
        return api.get(path()).getAsJsonObject("spec").getAsJsonArray("taints").asList().stream()
                .filter(one -> one.getAsJsonObject().get("key").getAsString().equals(taint))
                .count();
    }

    @Test
    void theUninitializedTaintGoesWithAnyEffectAndOthersStay() throws Exception {
        NodeView node = node();
        assertEquals(Set.of(UNINITIALIZED, OTHER), ours(node.taints()));
        assertInstanceOf(Written.class, cluster.nodes().change(node, _ -> NodeChange.untaint(UNINITIALIZED)));
        assertEquals(Set.of(OTHER), ours(in(cluster.next().nodes(), name).taints()));
        JsonObject other = api.get(path()).getAsJsonObject("spec").getAsJsonArray("taints").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(taint -> taint.get("key").getAsString().equals(OTHER))
                .findFirst()
                .orElseThrow();
        assertEquals("kept", other.get("value").getAsString());
        assertEquals("NoExecute", other.get("effect").getAsString());
    }

    @Test
    void theNodeIsWrittenInOneRequestAndItsAddressesAfterIt() throws Exception {
        NodeView node = node();
        List<NodeAddress> addresses = List.of(
                new NodeAddress("InternalIP", "192.0.2.1"),
                new NodeAddress("InternalIP", "fd00::1"),
                new NodeAddress("Hostname", name));
        NodeChange change = new NodeChange(
                Optional.of("porter://" + name),
                Map.of("topology.kubernetes.io/zone", "a"),
                Set.of(UNINITIALIZED),
                Set.of(new NodeTaint("example.com/new", "NoSchedule")),
                Optional.of(addresses));
        assertInstanceOf(Written.class, cluster.nodes().change(node, _ -> change));
        NodeView written = in(cluster.next().nodes(), name);
        assertEquals("porter://" + name, written.providerID());
        assertEquals("a", written.labels().get("topology.kubernetes.io/zone"));
        assertEquals("kept", written.labels().get("mine"));
        assertEquals(Set.of(OTHER, "example.com/new"), ours(written.taints()));
        assertEquals(addresses, written.addresses());
    }

    /// As when the first of the two requests went well, and the second was refused since somebody else wrote.
    @Test
    void aTaintThatIsThereAlreadyIsNotAddedTwice() throws Exception {
        NodeChange change = new NodeChange(
                Optional.empty(),
                Map.of(),
                Set.of(UNINITIALIZED),
                Set.of(new NodeTaint(OTHER, "NoExecute"), new NodeTaint(OTHER, "NoSchedule")),
                Optional.empty());
        assertInstanceOf(Written.class, cluster.nodes().change(node(), _ -> change));
        assertEquals(2, stored(OTHER));
    }

    @Test
    void aConflictIsDecidedAgainOnWhatIsThereThen() throws Exception {
        List<NodeView> asked = new ArrayList<>();
        WriteResult result = cluster.nodes().change(node(), now -> {
            if (asked.isEmpty()) {
                label("concurrent");
            }
            asked.add(now);
            return NodeChange.untaint(UNINITIALIZED);
        });
        assertInstanceOf(Written.class, result);
        assertFalse(asked.getFirst().labels().containsKey("concurrent"));
        assertTrue(asked.getLast().labels().containsKey("concurrent"));
        NodeView written = in(cluster.next().nodes(), name);
        assertEquals("x", written.labels().get("concurrent"));
        assertEquals(Set.of(OTHER), ours(written.taints()));
    }

    @Test
    void aConflictOverTheAddressesAloneIsTriedAgainToo() throws Exception {
        List<NodeAddress> addresses = List.of(new NodeAddress("InternalIP", "192.0.2.1"));
        NodeChange change = new NodeChange(Optional.empty(), Map.of(), Set.of(), Set.of(), Optional.of(addresses));
        List<NodeView> asked = new ArrayList<>();
        assertInstanceOf(Written.class, cluster.nodes().change(node(), now -> {
            if (asked.isEmpty()) {
                label("concurrent");
            }
            asked.add(now);
            return change;
        }));
        assertTrue(asked.size() > 1);
        assertEquals(addresses, in(cluster.next().nodes(), name).addresses());
    }

    @Test
    void aWriteThatWasHeldBackWhileAnotherCameIsRefusedEachTime() throws Exception {
        List<NodeView> asked = new ArrayList<>();
        WriteResult result = cluster.nodes().change(node(), now -> {
            asked.add(now);
            label("l" + asked.size());
            return NodeChange.untaint(UNINITIALIZED);
        });
        assertInstanceOf(Conflict.class, result);
        assertEquals(20, asked.size());
        assertEquals(List.of(2L, 1L), List.of(stored(UNINITIALIZED), stored(OTHER)));
    }

    @Test
    void anotherNodeOfTheSameNameIsNotTouched() throws Exception {
        NodeView old = node();
        cluster.close(); // a view that is no longer kept up to date
        api.send("DELETE", path(), Json.object(), ContentType.JSON);
        api.send("POST", "/api/v1/nodes", Json.object("metadata", Map.of("name", name)), ContentType.JSON);
        NodeChange label =
                new NodeChange(Optional.empty(), Map.of("touched", "x"), Set.of(), Set.of(), Optional.empty());
        assertInstanceOf(NotFound.class, cluster.nodes().change(old, _ -> label));
        WriteResult deleted = cluster.nodes().delete(old);
        assertTrue(deleted instanceof Conflict || deleted instanceof NotFound, deleted.toString());
        JsonObject there = api.get(path()).getAsJsonObject("metadata");
        assertFalse(there.getAsJsonObject("labels") != null
                && there.getAsJsonObject("labels").has("touched"));
    }

    @Test
    void aNodeIsDeletedAsItWasSeen() throws Exception {
        NodeView node = node();
        WriteResult result = cluster.nodes().delete(node);
        while (result instanceof Conflict) { // Kubernetes' own controllers write to it too
            cluster.wake();
            node = in(cluster.next().nodes(), name);
            result = cluster.nodes().delete(node);
        }
        assertInstanceOf(Deleted.class, result);
        assertFalse(cluster.next().nodes().containsKey(name));
        assertEquals(
                404,
                assertThrows(ApiStatusException.class, () -> api.get(path())).code());
        assertInstanceOf(NotFound.class, cluster.nodes().delete(node));
    }

    @Test
    void aDeletionThatWasHeldBackWhileTheNodeChangedIsRefused() throws Exception {
        NodeView node = node();
        cluster.close(); // a view that is no longer kept up to date
        label("back");
        assertInstanceOf(Conflict.class, cluster.nodes().delete(node));
        assertEquals(
                name, api.get(path()).getAsJsonObject("metadata").get("name").getAsString());
    }
}
