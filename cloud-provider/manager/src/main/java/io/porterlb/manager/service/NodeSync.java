package io.porterlb.manager.service;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import io.porterlb.manager.cloud.LoadBalancer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Hands load balancers other nodes (`nodeSyncService` of Kubernetes' service controller). Kubernetes asks when a Node
/// comes, goes, or changes its exclude label or providerID; here any change of an eligible Node counts, and of an Eip,
/// because Eips select Nodes by label. One thread looks; the load balancers are called elsewhere.
final class NodeSync implements AutoCloseable {
    private final ServiceEvents events;
    private final KeyedQueue<ServiceKey> queue;

    /// The nodes that a Service was last known to have. Thousands of Services have the same ones: each set is kept
    /// once.
    private final Map<ServiceKey, Hosts> known = new ConcurrentHashMap<>();

    private final Map<Set<String>, Set<String>> sets = new ConcurrentHashMap<>();

    private List<NodeView> nodes = List.of(); // the looking thread's own, as those below
    private Map<String, EipView> eips = Map.of();
    private boolean changed;

    private record Hosts(String uid, Set<String> names) {}

    NodeSync(ServiceEvents events, int parallel) {
        this.events = events;
        this.queue = new KeyedQueue<>("node sync", parallel, Pace.PROMPT);
    }

    /// Begins a look at every Service of a view.
    ///
    /// @param eligible that may take traffic
    void begin(ClusterView view, List<NodeView> eligible) {
        changed = !eligible.equals(nodes) || !view.eips().equals(eips);
        nodes = eligible;
        eips = view.eips();
        known.keySet().retainAll(view.services().keySet());
        if (changed) {
            Set<Set<String>> used = new HashSet<>();
            known.values().forEach(hosts -> used.add(hosts.names()));
            sets.keySet().retainAll(used);
        }
    }

    /// Looks at one that has its load balancer.
    void look(ServiceView service, LoadBalancer balancer) {
        if (changed || last(service).isEmpty()) {
            List<NodeView> now = nodes;
            queue.submit(service.key(), () -> carry(service, balancer.updateLoadBalancer(service, now)));
        }
    }

    private Optional<Set<String>> last(ServiceView service) {
        return Optional.ofNullable(known.get(service.key()))
                .filter(hosts -> hosts.uid().equals(service.uid()))
                .map(Hosts::names);
    }

    /// The Service is carried by these nodes from now on. Any thread.
    void carry(ServiceView service, Set<String> names) {
        Optional<Set<String>> before = last(service);
        Set<String> kept = sets.computeIfAbsent(names, same -> same);
        known.put(service.key(), new Hosts(service.uid(), kept));
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
