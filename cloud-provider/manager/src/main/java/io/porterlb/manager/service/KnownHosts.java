package io.porterlb.manager.service;

import static java.util.stream.Collectors.toSet;

import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The nodes that carry each Service, as they were last known. Any thread.
final class KnownHosts {
    /// More different sets than most clusters have Eips: time to look which of them are still in use.
    private static final int MANY = 50;

    private final Map<ServiceKey, Hosts> byService = new HashMap<>();

    /// Thousands of Services have the same nodes, and there may be a thousand nodes: each set is kept once.
    private final Map<Set<String>, Set<String>> sets = new HashMap<>();

    /// What a Service has.
    ///
    /// @param uid of the Service; a later one of the same name has nothing of it
    /// @param round in which it was handed over
    record Hosts(String uid, Set<String> names, long round) {}

    synchronized Optional<Hosts> of(ServiceView service) {
        return Optional.ofNullable(byService.get(service.key()))
                .filter(hosts -> hosts.uid().equals(service.uid()));
    }

    synchronized void put(ServiceView service, Set<String> names, long round) {
        Set<String> kept = sets.computeIfAbsent(names, same -> same);
        byService.put(service.key(), new Hosts(service.uid(), kept, round));
    }

    synchronized void forgetAllBut(Set<ServiceKey> services) {
        byService.keySet().retainAll(services);
        if (sets.size() > MANY) {
            sets.keySet()
                    .retainAll(byService.values().stream().map(Hosts::names).collect(toSet()));
        }
    }
}
