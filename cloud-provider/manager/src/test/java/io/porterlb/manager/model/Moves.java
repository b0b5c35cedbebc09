package io.porterlb.manager.model;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What became of addresses between two quiet points.
record Moves(ClusterState before, ClusterState after, Ledger ledger, Events events) {
    static final String APART = ", which it can no longer share";

    private static final List<String> FAMILIES = List.of("IPv4", "IPv6");

    /// Each as a sentence without a full stop.
    Stream<String> violations() {
        Map<String, Stored> held = held(before);
        Map<String, Stored> now = held(after);
        return after.services().stream()
                .filter(ServiceState::ours)
                .flatMap(service -> Stream.concat(
                        FAMILIES.stream()
                                .flatMap(family -> moved(
                                        service, held.get(service.uid() + family), now.get(service.uid() + family))),
                        half(service, held, now)));
    }

    private Stream<String> moved(ServiceState service, @Nullable Stored then, @Nullable Stored now) {
        return address(then).equals(address(now))
                ? kept(service, then, now)
                : Stream.concat(left(service, address(then), address(now)), given(service, now));
    }

    /// One that requires both has not got one of them alone.
    private Stream<String> half(ServiceState service, Map<String, Stored> held, Map<String, Stored> now) {
        boolean caused = ledger.isAsked(service.uid())
                || ledger.isTampered(service.uid())
                || ledger.areRecordsLost()
                || ledger.isDisturbed();
        return caused || !service.requiresBoth() || count(service, held) > 0 || count(service, now) != 1
                ? Stream.empty()
                : Stream.of(service.key() + " requires both families and has got one");
    }

    private static long count(ServiceState service, Map<String, Stored> held) {
        return FAMILIES.stream()
                .filter(family -> held.containsKey(service.uid() + family))
                .count();
    }

    /// The lock on an address is the same all the time.
    private Stream<String> kept(ServiceState service, @Nullable Stored then, @Nullable Stored now) {
        boolean caused = ledger.isAsked(service.uid()) || service.asks() || ledger.areRecordsLost();
        return then == null || now == null || caused || then.uid().equals(now.uid())
                ? Stream.empty()
                : Stream.of("the record of " + service.key() + " is another one for no cause");
    }

    /// By UID and family.
    private static Map<String, Stored> held(ClusterState state) {
        return state.records().stream()
                .flatMap(recorded -> ClusterState.owners(recorded).stream()
                        .map(uid -> Map.entry(uid + ClusterState.family(recorded), recorded)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String address(@Nullable Stored recorded) {
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

    /// One that asks for nothing by name leaves only those with whom it does not get along any more.
    private Stream<String> untold(ServiceState service, String from, String to) {
        boolean other = from.isEmpty()
                || service.asks()
                || !ledger.isOnlyReshared(service.uid())
                || ledger.isTampered(service.uid())
                || ledger.areRecordsLost()
                || ledger.isDisturbed();
        return other || events.tell(service.uid(), " " + from + APART)
                ? Stream.empty()
                : Stream.of(service.key() + " went from " + from + " to '" + to + "' and was not told why");
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
