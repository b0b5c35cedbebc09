package io.porterlb.manager.model;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Those who have one address together: each pair has to get along.
record Sharers(ClusterState state, Stored recorded) {
    static Stream<Sharers> of(ClusterState state) {
        return state.records().stream()
                .map(recorded -> new Sharers(state, recorded))
                .filter(sharers -> sharers.services().size() > 1);
    }

    List<ServiceState> services() {
        List<String> owners = ClusterState.owners(recorded);
        return state.services().stream()
                .filter(service -> owners.contains(service.uid()))
                .toList();
    }

    /// Each as a sentence without a full stop.
    Stream<String> violations() {
        return services().stream()
                .flatMap(one -> services().stream()
                        .filter(other -> one.key().compareTo(other.key()) < 0 && !fit(one, other))
                        .map(other -> one.key() + " and " + other.key() + " share " + recorded.name()
                                + " and do not get along"));
    }

    static boolean fit(ServiceState one, ServiceState other) {
        return !one.sharingKey().isEmpty()
                && one.sharingKey().equals(other.sharingKey())
                && Collections.disjoint(one.ports(), other.ports())
                && one.local() == other.local()
                && (!one.local() || samePods(one, other));
    }

    /// A selector picks Pods of its own namespace; without one the endpoints may be any.
    private static boolean samePods(ServiceState one, ServiceState other) {
        return one.namespace().equals(other.namespace())
                && !one.selector().isEmpty()
                && one.selector().equals(other.selector());
    }

    /// Whether an Eip that has the address lets Services of different namespaces share.
    static boolean letsAll(ClusterState state, String address) {
        return state.eips().values().stream().anyMatch(eip -> eip.contains(address) && eip.sharesInCluster());
    }

    /// Whether the Service has the address beside one of another namespace.
    boolean mixes(ServiceState service) {
        return services().contains(service)
                && services().stream().anyMatch(other -> !other.namespace().equals(service.namespace()));
    }
}
