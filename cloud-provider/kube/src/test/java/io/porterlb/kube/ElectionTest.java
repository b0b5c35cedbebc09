package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.porterlb.kube.election.LeaderElection;
import io.porterlb.kube.election.LeaseTerms;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Several candidates, and a real Lease.
class ElectionTest extends RealApiServer {
    /// So long that whatever happens within a test is by no timer.
    private static final LeaseTerms HOUR =
            new LeaseTerms(Duration.ofHours(1), Duration.ofMinutes(50), Duration.ofMinutes(40));

    /// No leader of a test loses the Lease since the machine is busy.
    private static final LeaseTerms PATIENT =
            new LeaseTerms(Duration.ofSeconds(60), Duration.ofSeconds(50), Duration.ofSeconds(2));

    private static final LeaseTerms SHORT =
            new LeaseTerms(Duration.ofSeconds(4), Duration.ofSeconds(2), Duration.ofMillis(500));

    private final List<Replica> replicas = new ArrayList<>();

    /// A candidate, and what it was told.
    private record Replica(LeaderElection election, CountDownLatch leading, CountDownLatch losing)
            implements LeaderElection.Listener {
        @Override
        public void leads() {
            leading.countDown();
        }

        @Override
        public void lost() {
            losing.countDown();
        }
    }

    private Replica start(KubeConnection way, String id, LeaseTerms terms) {
        LeaseName lease = new LeaseName("default", name);
        LeaderElection election =
                new LeaderElection(way.lease(lease, "porter-manager", id, Clock.systemUTC()), id, terms);
        Replica replica = new Replica(election, new CountDownLatch(1), new CountDownLatch(1));
        replicas.add(replica);
        election.start(replica);
        return replica;
    }

    @AfterEach
    void stop() {
        replicas.forEach(replica -> replica.election.close());
    }

    private JsonObject lease() throws Exception {
        return api.get(path()).getAsJsonObject("spec");
    }

    private String path() {
        return "/apis/coordination.k8s.io/v1/namespaces/default/leases/" + name;
    }

    @Test
    void aLeaderThatEndsLetsAFollowerInByTheWordOfTheWatch() throws Exception {
        Replica first = start(connection, "first", HOUR);
        first.leading.await();
        Replica second = start(connection, "second", HOUR);
        assertTrue(first.election.isOpen());
        assertFalse(second.election.isOpen());
        first.election.close();
        second.leading.await();
        assertFalse(first.election.isOpen());
        assertTrue(second.election.isOpen());
        assertFalse(first.election.isLost());
        assertEquals("second", lease().get("holderIdentity").getAsString());
        assertEquals(1, lease().get("leaseTransitions").getAsInt());
        replicas.remove(first);
    }

    @Test
    void aLeaderThatIsCutOffStopsBeforeAnotherOneLeads() throws Exception {
        try (CuttableConnection way = new CuttableConnection(server());
                KubeConnection cuttable = open(way, _ -> {})) {
            Replica first = start(cuttable, "first", SHORT);
            first.leading.await();
            Replica second = start(connection, "second", SHORT);
            way.cut();
            second.leading.await();
            assertFalse(first.election.isOpen());
            first.losing.await();
            assertTrue(first.election.isLost());
        }
    }

    @Test
    void aLeaderWhoseConnectionFallsSilentRenewsByAnotherOneInTime() throws Exception {
        var lost = new AtomicInteger();
        try (CuttableConnection way = new CuttableConnection(server());
                KubeConnection cuttable = open(way, call -> lost.addAndGet(isLostRenewal(call) ? 1 : 0))) {
            Replica leader = start(cuttable, "first", PATIENT);
            leader.leading.await();
            way.fallSilent();
            String before = lease().get("renewTime").getAsString();
            while (lease().get("renewTime").getAsString().equals(before)) {
                assertFalse(leader.election.isLost());
                Thread.sleep(100);
            }
            assertTrue(leader.election.isOpen());
            assertTrue(lost.get() <= 1, lost + " renewals are lost: by the usual terms that is too late");
        }
    }

    private static boolean isLostRenewal(ApiCall call) {
        return call.method().equals("PATCH") && call.code().equals("<error>");
    }

    private static KubeConnection open(CuttableConnection way, Consumer<ApiCall> onCall) {
        return KubeConnection.open(new ApiAccess(
                Optional.of(RealCluster.kubeconfig()), Optional.of(way.address()), CallRate.UNLIMITED, onCall));
    }

    private static URI server() throws IOException {
        Matcher server = Pattern.compile("https://[^\\s\"]+").matcher(Files.readString(RealCluster.kubeconfig()));
        assertTrue(server.find());
        return URI.create(server.group());
    }

    @Test
    void aLeaseThatIsTakenAwayIsLost() throws Exception {
        Replica first = start(connection, "first", HOUR);
        first.leading.await();
        api.send("DELETE", path(), new JsonObject(), ContentType.JSON);
        first.losing.await();
        assertFalse(first.election.isOpen());
    }

    @Test
    void whatOthersPutOnTheLeaseSurvivesItsLeaders() throws Exception {
        Replica first = start(connection, "first", PATIENT);
        first.leading.await();
        JsonObject others = theirs(api.get("/api/v1/namespaces/default").getAsJsonObject("metadata"));
        api.send("PATCH", path(), Json.object("metadata", others), ContentType.MERGE_PATCH);
        String acquired = lease().get("acquireTime").getAsString();
        String before = lease().get("renewTime").getAsString();
        while (lease().get("renewTime").getAsString().equals(before)) {
            Thread.sleep(100);
        }
        assertEquals(acquired, lease().get("acquireTime").getAsString());
        Replica second = start(connection, "second", PATIENT);
        first.election.close();
        second.leading.await();
        replicas.remove(first);
        JsonObject metadata = api.get(path()).getAsJsonObject("metadata");
        others.keySet().forEach(field -> assertEquals(others.get(field), metadata.get(field), field));
        JsonObject free = Json.object("metadata", Json.object("finalizers", new JsonArray()));
        api.send("PATCH", path(), free, ContentType.MERGE_PATCH);
    }

    private static JsonObject theirs(JsonObject owner) {
        Map<String, Object> namespace =
                Map.of("apiVersion", "v1", "kind", "Namespace", "name", owner.get("name"), "uid", owner.get("uid"));
        return Json.object(
                "labels",
                Map.of("team", "network"),
                "annotations",
                Map.of("example.com/note", "kept"),
                "finalizers",
                List.of("example.com/held"),
                "ownerReferences",
                List.of(namespace));
    }

    @Test
    void whoLeadsIsToldByAnEvent() throws Exception {
        start(connection, "first", HOUR).leading.await();
        String events = "/api/v1/namespaces/default/events?fieldSelector=involvedObject.name%3D" + name;
        JsonObject found = api.get(events);
        while (found.getAsJsonArray("items").isEmpty()) {
            found = api.get(events);
        }
        JsonObject event = found.getAsJsonArray("items").get(0).getAsJsonObject();
        assertEquals("LeaderElection", event.get("reason").getAsString());
        assertEquals("first became leader", event.get("message").getAsString());
        assertEquals(
                "Lease", event.getAsJsonObject("involvedObject").get("kind").getAsString());
    }
}
