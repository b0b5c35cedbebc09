package io.porterlb.manager.model;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What became of addresses between two quiet points.
record Moves(ClusterState before, ClusterState after, Ledger ledger, Events events) {
    static final String APART = ", which it can no longer share, to ";

    /// Each as a sentence without a full stop.
    Stream<String> violations() {
        Map<String, Stored> held = held(before);
        Map<String, Stored> now = held(after);
        return after.services().stream()
                .filter(ServiceState::ours)
                .flatMap(service -> address(held, service).equals(address(now, service))
                        ? kept(service, held.get(service.uid()), now.get(service.uid()))
                        : Stream.concat(
                                left(service, address(held, service), address(now, service)),
                                given(service, now.get(service.uid()))));
    }

    /// The lock on an address is the same all the time.
    private Stream<String> kept(ServiceState service, @Nullable Stored then, @Nullable Stored now) {
        boolean caused = ledger.isAsked(service.uid()) || service.asks() || ledger.areRecordsLost();
        return then == null || now == null || caused || then.uid().equals(now.uid())
                ? Stream.empty()
                : Stream.of("the record of " + service.key() + " is another one for no cause");
    }

    /// By UID.
    private static Map<String, Stored> held(ClusterState state) {
        return state.records().stream()
                .flatMap(recorded -> ClusterState.owners(recorded).stream().map(uid -> Map.entry(uid, recorded)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String address(Map<String, Stored> held, ServiceState service) {
        Stored recorded = held.get(service.uid());
        return recorded == null ? "" : ClusterState.address(recorded);
    }

    private Stream<String> left(ServiceState service, String from, String to) {
        boolean caused = from.isEmpty()
                || ledger.isAsked(service.uid())
                || (service.asks() && !to.isEmpty())
                || (ledger.areRecordsLost() && (ledger.isTampered(service.uid()) || told(service)));
        return Stream.concat(
                caused
                        ? Stream.empty()
                        : Stream.of(service.key() + " went from " + from + " to '" + to + "' for no cause"),
                untold(service, from, to));
    }

    /// One that asks for nothing by name moves only from those with whom it does not get along any more.
    private Stream<String> untold(ServiceState service, String from, String to) {
        boolean other = from.isEmpty()
                || to.isEmpty()
                || service.asks()
                || !ledger.isOnlyReshared(service.uid())
                || ledger.isTampered(service.uid())
                || ledger.areRecordsLost()
                || ledger.isDisturbed();
        return other || events.tell(service.uid(), "from " + from + APART)
                ? Stream.empty()
                : Stream.of(service.key() + " went from " + from + " to " + to + " and was not told why");
    }

    /// Where a manager was stopped the event may be missing.
    private boolean told(ServiceState service) {
        return ledger.isDisturbed() || events.tell(service.uid(), "status.loadBalancer.ingress");
    }

    private Stream<String> given(ServiceState service, @Nullable Stored recorded) {
        if (recorded == null) {
            return Stream.empty();
        }
        String address = ClusterState.address(recorded);
        boolean reserved = before.reserved(address) && after.reserved(address);
        boolean wrong =
                reserved || isForbidden(service, recorded.text("spec", "eip")) || isMixed(service, recorded, address);
        return wrong ? Stream.of(service.key() + " got " + address + ", which it may not have") : Stream.empty();
    }

    /// Whether the Eip was bound to others all the time.
    private boolean isForbidden(ServiceState service, String name) {
        EipState then = before.eips().get(name);
        EipState now = after.eips().get(name);
        return then != null
                && now != null
                && then.generation().equals(now.generation())
                && then.object().uid().equals(now.object().uid())
                && !then.allows(namespace(before, service))
                && !now.allows(namespace(after, service));
    }

    /// Whether it has come to one of another namespace, though no Eip let it all the time.
    private boolean isMixed(ServiceState service, Stored recorded, String address) {
        return !ledger.isSharingWidened()
                && !Sharers.letsAll(before, address)
                && !Sharers.letsAll(after, address)
                && new Sharers(after, recorded).mixes(service);
    }

    private static Stored namespace(ClusterState state, ServiceState service) {
        return Objects.requireNonNull(state.namespaces().get(service.namespace()));
    }
}
