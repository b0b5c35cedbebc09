package io.porterlb.manager.service;

import static java.util.stream.Collectors.toMap;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import io.porterlb.manager.cloud.LoadBalancer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Hands load balancers other nodes (`nodeSyncService` of Kubernetes' service controller). Kubernetes does so when a
/// Node comes, goes, or changes its exclude label or providerID; here any label of an eligible Node counts, and any
/// change of an Eip, because Eips select Nodes by label. One thread looks; load balancers are called elsewhere.
final class NodeSync implements AutoCloseable {
    /// Rounds of other nodes or Eips are counted from here.
    private static final long FIRST = 1;

    /// No round: the next look makes sure.
    private static final long BEFORE = 0;

    private final String clusterName;
    private final ServiceEvents events;
    private final KeyedQueue<ServiceKey> queue;
    private final KnownHosts known = new KnownHosts();

    private List<NodeView> nodes = List.of(); // the looking thread's own, as the four below
    private Map<String, Map<String, String>> labels = Map.of();
    private Map<String, EipView> eips = Map.of();
    private long round = FIRST;
    private NodeWalk walk = new NodeWalk(_ -> {});
    private volatile Consumer<Duration> walks = _ -> {};

    NodeSync(String clusterName, ServiceEvents events, int parallel) {
        this.clusterName = clusterName;
        this.events = events;
        this.queue = new KeyedQueue<>("node sync", parallel, Pace.PROMPT);
    }

    /// Begins a look at every Service of a view.
    ///
    /// @param eligible that may take traffic
    void begin(ClusterView view, List<NodeView> eligible) {
        known.forgetAllBut(view.services().keySet());
        Map<String, Map<String, String>> now = eligible.stream().collect(toMap(NodeView::name, NodeView::labels));
        nodes = eligible;
        if (!now.equals(labels) || !view.eips().equals(eips)) {
            labels = now;
            eips = view.eips();
            round++;
            walk = new NodeWalk(walks);
        }
    }

    /// Looks at one that has its load balancer.
    void look(ServiceView service, LoadBalancer balancer) {
        long now = round;
        List<NodeView> given = nodes;
        if (known.of(service).filter(hosts -> hosts.round() == now).isEmpty()) {
            NodeWalk one = walk;
            one.add(service.key());
            queue.submit(service.key(), () -> {
                carry(service, balancer.updateLoadBalancer(clusterName, service, given), now);
                one.done(service.key());
            });
        }
    }

    /// All have been looked at.
    void end() {
        walk.complete();
    }

    /// The load balancer was just made, for these nodes. Any thread.
    void made(ServiceView service, Set<String> names) {
        carry(service, names, BEFORE);
    }

    private void carry(ServiceView service, Set<String> names, long now) {
        Optional<Set<String>> before = known.of(service).map(KnownHosts.Hosts::names);
        known.put(service, names, now);
        if (names.isEmpty()) {
            events.unavailable(service);
        } else if (before.isPresent() && !before.get().equals(names)) {
            events.updated(service);
        }
    }

    /// Has the listener told, on any thread, how long each round took that no later one overtook.
    void listen(Consumer<Duration> listener) {
        walks = listener;
    }

    KeyedQueue<ServiceKey> queue() {
        return queue;
    }

    @Override
    public void close() {
        queue.close();
    }
}
