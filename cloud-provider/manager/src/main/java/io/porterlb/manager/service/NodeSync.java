package io.porterlb.manager.service;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import io.porterlb.manager.cloud.LoadBalancer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Hands load balancers other nodes (`nodeSyncService` of Kubernetes' service controller). Kubernetes asks when a Node
/// comes, goes, or changes its exclude label or providerID; here any label of an eligible Node counts, and any change
/// of
/// an Eip, because Eips select Nodes by label. One thread looks; the load balancers are called elsewhere.
final class NodeSync implements AutoCloseable {
    /// Rounds of other nodes or Eips are counted from here.
    private static final long FIRST = 1;

    /// No round: the next look makes sure.
    private static final long BEFORE = 0;

    private final ServiceEvents events;
    private final KeyedQueue<ServiceKey> queue;

    /// The nodes that a Service was last known to have. Thousands of Services have the same ones: each set is kept
    /// once.
    private final Map<ServiceKey, Hosts> known = new ConcurrentHashMap<>();

    private final Map<Set<String>, Set<String>> sets = new ConcurrentHashMap<>();

    private List<NodeView> nodes = List.of(); // the looking thread's own, as the three below
    private Map<String, Map<String, String>> labels = Map.of();
    private Map<String, EipView> eips = Map.of();
    private long round = FIRST;

    /// What a Service has.
    ///
    /// @param round in which it was handed over; another one may make a difference
    private record Hosts(String uid, Set<String> names, long round) {}

    NodeSync(ServiceEvents events, int parallel) {
        this.events = events;
        this.queue = new KeyedQueue<>("node sync", parallel, Pace.PROMPT);
    }

    /// Begins a look at every Service of a view.
    ///
    /// @param eligible that may take traffic
    void begin(ClusterView view, List<NodeView> eligible) {
        known.keySet().retainAll(view.services().keySet());
        Map<String, Map<String, String>> now = eligible.stream().collect(toMap(NodeView::name, NodeView::labels));
        nodes = eligible;
        if (!now.equals(labels) || !view.eips().equals(eips)) {
            labels = now;
            eips = view.eips();
            round++;
            sets.keySet().retainAll(known.values().stream().map(Hosts::names).collect(toSet()));
        }
    }

    /// Looks at one that has its load balancer.
    void look(ServiceView service, LoadBalancer balancer) {
        long now = round;
        List<NodeView> given = nodes;
        if (last(service).filter(hosts -> hosts.round() == now).isEmpty()) {
            queue.submit(service.key(), () -> carry(service, balancer.updateLoadBalancer(service, given), now));
        }
    }

    private Optional<Hosts> last(ServiceView service) {
        return Optional.ofNullable(known.get(service.key()))
                .filter(hosts -> hosts.uid().equals(service.uid()));
    }

    /// The load balancer was just made, for these nodes. Any thread.
    void made(ServiceView service, Set<String> names) {
        carry(service, names, BEFORE);
    }

    private void carry(ServiceView service, Set<String> names, long now) {
        Optional<Set<String>> before = last(service).map(Hosts::names);
        Set<String> kept = sets.computeIfAbsent(names, same -> same);
        known.put(service.key(), new Hosts(service.uid(), kept, now));
        if (names.isEmpty()) {
            events.unavailable(service);
        } else if (before.isPresent() && !before.get().equals(names)) {
            events.updated(service);
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
