package io.porterlb.manager.model;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What must be true of a cluster in which nobody has anything left to do. Looks everything up by brute force.
///
/// @param owned records by UID
record Rules(ClusterState state, Map<String, List<Stored>> owned, Ledger ledger) {
    Rules(ClusterState state, Ledger ledger) {
        this(state, state.byOwner(), ledger);
    }

    /// Each as a sentence without a full stop.
    List<String> violations() {
        return Stream.of(
                        state.services().stream().flatMap(this::service),
                        records(),
                        Sharers.of(state).flatMap(Sharers::violations),
                        state.eips().values().stream().flatMap(this::usage))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<String> service(ServiceState service) {
        List<Stored> own = owned.getOrDefault(service.uid(), List.of());
        if (service.deleting()) {
            return Stream.of(service.key() + " is not let go");
        }
        if (own.isEmpty()) {
            return service.ours() ? without(service) : others(service);
        }
        return service.ours() && oneAFamily(own) ? with(service, own) : records(service, own);
    }

    private static boolean oneAFamily(List<Stored> own) {
        return own.stream().map(ClusterState::family).distinct().count() == own.size();
    }

    private static Stream<String> records(ServiceState service, List<Stored> own) {
        return Stream.of(service.key() + " has the records "
                + own.stream().map(Stored::name).toList());
    }

    private Stream<String> others(ServiceState service) {
        boolean marked = !service.eipLabel().isEmpty() || !service.finalizers().isEmpty();
        return Stream.of(
                        when(marked, service.key() + " is not ours any more, and has marks of ours"),
                        when(ledger.isTouched(service), service.key() + " is not ours, and was written to"))
                .flatMap(Function.identity());
    }

    private Stream<String> with(ServiceState service, List<Stored> own) {
        List<Stored> ordered = own.stream()
                .sorted(Comparator.comparingInt(recorded -> service.families().indexOf(ClusterState.family(recorded))))
                .toList();
        List<String> addresses = ordered.stream().map(ClusterState::address).toList();
        List<String> families = ordered.stream().map(ClusterState::family).toList();
        return Stream.of(
                        when(
                                !service.ingress().equals(addresses) || !isMarked(service, ordered.getFirst()),
                                service.key() + " does not show its " + addresses),
                        when(
                                !service.families().containsAll(families),
                                service.key() + " has the families of " + addresses),
                        when(
                                service.refusal().isPresent(),
                                service.key() + " has " + addresses + " and says it has not"),
                        service.families().stream()
                                .filter(family -> !families.contains(family))
                                .flatMap(family -> missing(service, family)))
                .flatMap(Function.identity());
    }

    private boolean isMarked(ServiceState service, Stored first) {
        return origins(first).contains(service.eipLabel())
                && service.finalizers().contains(service.expectedFinalizer());
    }

    private Stream<String> missing(ServiceState service, String family) {
        return service.unmet()
                .filter(why -> why.text("message").contains("has no " + family + " address"))
                .map(why -> new Exhausted(state, why).violations(service))
                .orElseGet(
                        () -> Stream.of(service.key() + " has no " + family + " address, and no condition says why"));
    }

    /// The Eips that the address may count for: the recorded one while it has the address, else any that has it now.
    private Set<String> origins(Stored recorded) {
        String name = recorded.text("spec", "eip");
        Set<String> holders = state.eips().values().stream()
                .filter(eip -> eip.contains(ClusterState.address(recorded)))
                .map(EipState::name)
                .collect(toSet());
        return holders.isEmpty() || holders.contains(name) ? Set.of(name) : holders;
    }

    /// Refused, or left to the load balancer that shows an address of no Eip on it.
    private Stream<String> without(ServiceState service) {
        if (!service.ingress().isEmpty()) {
            return service.ingress().stream()
                    .filter(address -> state.recorded(address) || contained(address))
                    .map(address -> service.key() + " shows " + address + " without a record");
        }
        boolean marked = !service.eipLabel().isEmpty() || !service.finalizers().isEmpty();
        return Stream.concat(
                when(marked, service.key() + " has nothing and bears marks of ours"),
                service.refusal()
                        .map(why -> new Exhausted(state, why).violations(service))
                        .orElseGet(() -> Stream.of(service.key() + " has nothing, and no condition says why")));
    }

    /// UIDs of Services that show an address and have no record.
    static Set<String> leftAlone(ClusterState state) {
        Map<String, List<Stored>> owned = state.byOwner();
        return state.services().stream()
                .filter(service -> !service.ingress().isEmpty() && !owned.containsKey(service.uid()))
                .map(ServiceState::uid)
                .collect(toSet());
    }

    private boolean contained(String address) {
        return state.eips().values().stream().anyMatch(eip -> eip.contains(address));
    }

    private Stream<String> records() {
        Set<String> living = state.services().stream().map(ServiceState::uid).collect(toSet());
        return state.records().stream()
                .filter(recorded ->
                        ClusterState.owners(recorded).isEmpty() || !living.containsAll(ClusterState.owners(recorded)))
                .map(recorded -> recorded.name() + " belongs to nobody, or to some who are gone");
    }

    /// Addresses that have left their Eip may count for another one that has them now.
    private Stream<String> usage(EipState eip) {
        long own = count(eip, true);
        long all = own + count(eip, false);
        return when(
                eip.usage() < own || eip.usage() > all,
                "usage of " + eip.name() + " is " + eip.usage() + ", and there are " + own + " to " + all);
    }

    private long count(EipState eip, boolean own) {
        return state.records().stream()
                .filter(recorded -> eip.contains(ClusterState.address(recorded)))
                .filter(recorded -> recorded.text("spec", "eip").equals(eip.name()) == own)
                .count();
    }

    private static Stream<String> when(boolean wrong, String sentence) {
        return wrong ? Stream.of(sentence) : Stream.empty();
    }
}
