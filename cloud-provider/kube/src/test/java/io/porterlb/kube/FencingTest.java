package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Taking;
import io.porterlb.desired.status.EipStatus;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.CouncilView.Seats;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.WriteResult.AlreadyExists;
import io.porterlb.kube.WriteResult.Conflict;
import io.porterlb.kube.WriteResult.Deleted;
import io.porterlb.kube.WriteResult.Written;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.mapping.RecordMapping;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A leader has passed its gate, with a write in its hands, and is stopped there; another one takes over and
/// acts; then the first goes on: the API server refuses what it sends, and nothing changes. One test a kind of
/// write.
class FencingTest extends RealApiServer {
    private static final String COUNCIL = "/apis/porterlb.io/v1alpha1/portercouncils/" + CouncilView.NAME;

    private final CountDownLatch prepared = new CountDownLatch(1);
    private final CountDownLatch resumed = new CountDownLatch(1);
    private final KubeCluster former =
            new KubeCluster(connection, WatchedKind.MANAGER, this::slowly, "former", "here", Clock.systemUTC());

    /// The gate that it passes, slowly.
    private boolean slowly() {
        prepared.countDown();
        try {
            resumed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @AfterEach
    void closeFormer() {
        former.close();
    }

    private static <V> V seen(KubeCluster by, Function<ClusterView, Map<?, V>> kind, Object key) throws Exception {
        V found = kind.apply(by.next()).get(key);
        while (found == null) {
            found = kind.apply(by.next()).get(key);
        }
        return found;
    }

    /// What became of the former leader's write, which reached the API server after the other's.
    private WriteResult late(Callable<WriteResult> write, String path, Callable<WriteResult> others) throws Exception {
        return late(write, path, object -> object, others);
    }

    /// @param part of the object that must stay as it is
    private WriteResult late(
            Callable<WriteResult> write,
            String path,
            Function<JsonObject, JsonElement> part,
            Callable<WriteResult> others)
            throws Exception {
        FutureTask<WriteResult> late = new FutureTask<>(write);
        Thread.ofVirtual().start(late);
        prepared.await();
        others.call();
        JsonElement before = part.apply(api.get(path));
        resumed.countDown();
        WriteResult result = late.get();
        assertEquals(before, part.apply(api.get(path)));
        return result;
    }

    @Test
    void anAddressThatTheNewLeaderGaveToSomebodyElseIsNotTaken() throws Exception {
        IpAddress address = address();
        WriteResult result = late(
                () -> former.addresses().take(taking(address, "mine")),
                path(address),
                () -> cluster.addresses().take(taking(address, "theirs")));
        assertInstanceOf(AlreadyExists.class, result);
    }

    @Test
    void anAddressThatTheNewLeaderGaveOutAnewIsNotGivenBack() throws Exception {
        IpAddress address = address();
        cluster.addresses().take(taking(address, "mine"));
        AddressRecord record = seen(former, ClusterView::records, address);
        WriteResult result =
                late(() -> former.addresses().giveBack(record, Set.of(owner("mine"))), path(address), () -> {
                    assertInstanceOf(
                            Deleted.class,
                            cluster.addresses()
                                    .giveBack(seen(cluster, ClusterView::records, address), Set.of(owner("mine"))));
                    return cluster.addresses().take(taking(address, "theirs"));
                });
        assertInstanceOf(Conflict.class, result);
    }

    @Test
    void nobodyJoinsAnAddressThatTheNewLeaderLetAnotherJoin() throws Exception {
        IpAddress address = address();
        cluster.addresses().take(taking(address, "first"));
        seen(former, ClusterView::records, address);
        WriteResult result = late(
                () -> former.addresses().take(taking(address, "mine", "first")),
                path(address),
                () -> cluster.addresses().take(taking(address, "theirs", "first")));
        assertInstanceOf(Conflict.class, result);
    }

    @Test
    void whoJoinedByTheNewLeaderDoesNotLoseTheAddressWithTheOneThatLeaves() throws Exception {
        IpAddress address = address();
        cluster.addresses().take(taking(address, "mine"));
        AddressRecord record = seen(former, ClusterView::records, address);
        WriteResult result = late(
                () -> former.addresses().giveBack(record, Set.of(owner("mine"))),
                path(address),
                () -> cluster.addresses().take(taking(address, "theirs", "mine")));
        assertInstanceOf(Conflict.class, result);
    }

    @Test
    void aServiceThatTheNewLeaderWroteToKeepsWhatItHas() throws Exception {
        String services = "/api/v1/namespaces/default/services";
        JsonObject body = Json.object(
                "metadata", Map.of("name", name),
                "spec", Map.of("type", "LoadBalancer", "ports", List.of(Map.of("port", 80))));
        api.send("POST", services, body, ContentType.JSON);
        ServiceKey key = new ServiceKey("default", name);
        ServiceView service = seen(former, ClusterView::services, key);
        ServiceView same = seen(cluster, ClusterView::services, key);
        WriteResult result = late(
                () -> former.services().patch(show(service, "198.51.100.1")),
                services + "/" + name,
                () -> cluster.services().patch(show(same, "198.51.100.2")));
        assertInstanceOf(Conflict.class, result);
    }

    /// It looks again after the refusal, and then nothing is left to do.
    @Test
    void aNodeThatTheNewLeaderWroteToKeepsWhatItHas() throws Exception {
        JsonObject body = Json.object("metadata", Map.of("name", name));
        api.send("POST", "/api/v1/nodes", body, ContentType.JSON);
        NodeView node = seen(former, ClusterView::nodes, name);
        NodeView same = seen(cluster, ClusterView::nodes, name);
        WriteResult result = late(
                () -> former.nodes().change(node, now -> label(now, "former")),
                "/api/v1/nodes/" + name,
                object -> object.getAsJsonObject("metadata").get("labels"),
                () -> cluster.nodes().change(same, now -> label(now, "present")));
        assertInstanceOf(Written.class, result);
    }

    private static NodeChange label(NodeView node, String leader) {
        return node.labels().containsKey("leader")
                ? NodeChange.NONE
                : new NodeChange(Optional.empty(), Map.of("leader", leader), Set.of(), Set.of(), Optional.empty());
    }

    @Test
    void aStatusThatTheNewLeaderWroteStays() throws Exception {
        createEip();
        EipView eip = seen(former, ClusterView::eips, name);
        EipView same = seen(cluster, ClusterView::eips, name);
        WriteResult result = late(
                () -> former.statuses().write(eip, status(1)),
                NETWORK + "v1alpha2/eips/" + name,
                () -> cluster.statuses().write(same, status(2)));
        assertInstanceOf(Conflict.class, result);
    }

    @Test
    void aCouncilThatTheNewLeaderWroteStays() throws Exception {
        CouncilView first = council(1, "first");
        cluster.councils().write(Optional.empty(), first);
        seen(former, ClusterView::councils, CouncilView.NAME);
        seen(cluster, ClusterView::councils, CouncilView.NAME);
        WriteResult result = late(
                () -> former.councils().write(Optional.of(first), council(2, "former")),
                COUNCIL,
                () -> cluster.councils().write(Optional.of(first), council(2, "present")));
        api.send("DELETE", COUNCIL, Json.object(), ContentType.JSON);
        assertInstanceOf(Conflict.class, result);
    }

    private static CouncilView council(long generation, String node) {
        Seats seats = new Seats(List.of(new Seat(node, IpAddress.of("192.0.2.1"), 10_361)), false);
        return new CouncilView(CouncilView.NAME, generation, seats, seats, Set.of());
    }

    private IpAddress address() {
        return IpAddress.of("2001:db8::" + name.substring(1, 5) + ":" + name.substring(5, 9));
    }

    private static String path(IpAddress address) {
        return "/apis/porterlb.io/v1alpha1/porteraddresses/" + RecordMapping.name(address);
    }

    private static Owner owner(String name) {
        return new Owner(new ServiceKey("default", name), name, "");
    }

    private static Taking taking(IpAddress address, String owner, String... company) {
        Set<Owner> all = Stream.concat(Stream.of(owner), Stream.of(company))
                .map(FencingTest::owner)
                .collect(Collectors.toSet());
        return new Taking(address, "pool", owner(owner), all);
    }

    private static ServicePatch show(ServiceView service, String address) {
        return new ServicePatch(service, Set.of(), Set.of(), Optional.of("pool"), show(address), List.of(), Set.of());
    }

    private static IngressChange show(String address) {
        return new IngressChange.Show(List.of(IpAddress.of(address)));
    }

    private static EipStatus status(int usage) {
        return new EipStatus(1, usage, Map.of(), false, "198.51.100.7", "198.51.100.7", true, true, List.of());
    }
}
