package io.porterlb.manager.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What must be true where no manager works: what a Service shows is recorded. An agent would announce it no more, and
/// somebody else could be given it.
///
/// @param before the last quiet point
record AfterCrash(ClusterState before, ClusterState state, Ledger ledger) {
    /// Each as a sentence without a full stop.
    List<String> violations() {
        Set<String> held = held();
        Set<String> leftAlone = Rules.leftAlone(before);
        return state.services().stream()
                .filter(service -> !service.eipLabel().isEmpty() && !leftAlone.contains(service.uid()))
                .filter(service -> !ledger.isTampered(service.uid()) && !ledger.areRecordsLost())
                .flatMap(service -> service.ingress().stream()
                        .filter(address -> !held.contains(service.uid() + address))
                        .map(address -> service.key() + " shows " + address + " without a record, after a crash"))
                .toList();
    }

    /// Each as UID and address.
    private Set<String> held() {
        return state.records().stream()
                .flatMap(recorded ->
                        ClusterState.owners(recorded).stream().map(owner -> owner + ClusterState.address(recorded)))
                .collect(Collectors.toSet());
    }
}
