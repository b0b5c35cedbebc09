package io.porterlb.manager.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.work.Until;
import io.porterlb.manager.AService;
import io.porterlb.manager.cloud.Deleted;
import io.porterlb.manager.cloud.Ensured;
import io.porterlb.manager.cloud.LoadBalancer;
import io.porterlb.manager.cloud.LoadBalancerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeSyncTest implements LoadBalancer {
    private static final String UPDATED =
            SaidEvents.normal("UpdatedLoadBalancer", "Updated load balancer with new hosts");
    private static final String UNAVAILABLE =
            SaidEvents.warning("UnAvailableLoadBalancer", "There are no available nodes for LoadBalancer");
    private static final ServiceView WEB = AService.NEW.view();

    private final SaidEvents said = new SaidEvents();
    private final Semaphore updates = new Semaphore(0);
    private final NodeSync sync = new NodeSync("test", said.events(), 1);

    @AfterEach
    void close() {
        sync.close();
    }

    @Override
    public Optional<LoadBalancerStatus> getLoadBalancer(String clusterName, ServiceView service) {
        return Optional.empty();
    }

    @Override
    public String getLoadBalancerName(String clusterName, ServiceView service) {
        return "name";
    }

    @Override
    public Ensured ensureLoadBalancer(String clusterName, ServiceView service, List<NodeView> nodes) {
        throw new AssertionError("nothing of the Service has changed");
    }

    @Override
    public Set<String> updateLoadBalancer(String clusterName, ServiceView service, List<NodeView> nodes) {
        assertEquals("test", clusterName);
        updates.release();
        return nodes.stream().map(NodeView::name).collect(Collectors.toSet());
    }

    @Override
    public Deleted ensureLoadBalancerDeleted(String clusterName, ServiceView service) {
        throw new AssertionError("the Service is not deleted");
    }

    private static NodeView node(String name) {
        return new NodeView(
                name,
                name + "-uid",
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                "",
                List.of(),
                Set.of(),
                false,
                Readiness.READY);
    }

    /// A view with these nodes, and the Service.
    private void begin(String... names) {
        Map<String, NodeView> nodes =
                Stream.of(names).map(NodeSyncTest::node).collect(Collectors.toMap(NodeView::name, n -> n));
        ClusterView view = new ClusterView(
                Map.of(AService.KEY, WEB),
                Map.of(),
                nodes,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new HashMap<>(),
                Map.of(),
                Map.of(),
                Optional.empty());
        sync.begin(view, Stream.of(names).map(NodeSyncTest::node).toList());
    }

    @Test
    void howLongARoundTakesIsToldWhenTheLastLoadBalancerHasItsNodes() throws InterruptedException {
        Semaphore told = new Semaphore(0);
        sync.listen(_ -> told.release());
        begin("n1");
        look();
        assertTrue(updates.tryAcquire(30, TimeUnit.SECONDS));
        assertEquals(0, told.availablePermits(), "not all have been looked at");
        sync.end();
        assertTrue(told.tryAcquire(30, TimeUnit.SECONDS), "the end of the round was not told");
        begin("n1");
        look();
        sync.end();
        assertEquals(0, told.availablePermits(), "nothing has changed");
    }

    private void look() {
        sync.look(WEB, this);
    }

    private List<String> saidAfter(ServiceView service, Set<String> names) {
        int before = said.lines().size();
        sync.made(service, names);
        return said.lines().subList(before, said.lines().size());
    }

    @Test
    void theFirstNodesOfAServiceAreNoUpdate() {
        assertEquals(List.of(), saidAfter(WEB, Set.of("n1")));
    }

    @Test
    void otherNodesAreAnUpdateAndTheSameAreNone() {
        sync.made(WEB, Set.of("n1"));
        assertEquals(List.of(UPDATED), saidAfter(WEB, Set.of("n1", "n2")));
        assertEquals(List.of(), saidAfter(WEB, Set.of("n2", "n1")));
    }

    @Test
    void aServiceThatNoNodeCarriesSaysSo() {
        assertEquals(List.of(UNAVAILABLE), saidAfter(WEB, Set.of()));
        assertEquals(List.of(UPDATED), saidAfter(WEB, Set.of("n1")));
    }

    @Test
    void aServiceCreatedAnewUnderTheSameNameBegins() {
        sync.made(WEB, Set.of("n1"));
        assertEquals(List.of(), saidAfter(AService.NEW.withUid("uid-2").view(), Set.of("n2")));
    }

    @Test
    void theLoadBalancerIsHandedOtherNodesOnce() throws InterruptedException {
        sync.made(WEB, Set.of("n1"));
        begin("n1", "n2");
        look();
        assertTrue(Until.yes(Duration.ofSeconds(30), () -> said.lines().equals(List.of(UPDATED))));
        look();
        begin("n1", "n2");
        look();
        begin("n2");
        look();
        assertTrue(Until.yes(Duration.ofSeconds(30), () -> said.lines().equals(List.of(UPDATED, UPDATED))));
        assertEquals(2, updates.availablePermits());
    }

    /// It was being made while the nodes changed, so that nobody looked at it.
    @Test
    void aServiceThatMissedAChangeOfNodesGetsItLater() throws InterruptedException {
        begin("n1");
        begin("n1", "n2");
        sync.made(WEB, Set.of("n1"));
        begin("n1", "n2");
        look();
        assertTrue(updates.tryAcquire(30, TimeUnit.SECONDS), "the load balancer was not updated");
    }
}
