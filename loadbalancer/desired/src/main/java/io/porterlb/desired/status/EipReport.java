package io.porterlb.desired.status;

import static java.util.stream.Collectors.joining;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.EipProblem;
import io.porterlb.desired.view.ServiceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;

/// The status of one Eip.
///
/// @param routers all BgpPeers, and the nodes that may have sessions with them
record EipReport(Pool pool, Pools pools, Usage usage, Routers routers) {
    private static final int NAMED = 10; // addresses in one message, and Services of one address

    EipStatus status() {
        NavigableMap<IpAddress, NavigableSet<ServiceKey>> taken = usage.inside(pool);
        Optional<AddressRange> range = pool.range();
        long size = range.map(AddressRange::size).orElse(0L);
        Condition ready = ready();
        return new EipStatus(
                size,
                taken.size(),
                used(taken),
                size > 0 && taken.size() >= size,
                range.map(AddressRange::first).map(IpAddress::toString).orElse(""),
                range.map(AddressRange::last).map(IpAddress::toString).orElse(""),
                ready.status(),
                pool.has(IpFamily.V4),
                conditions(ready));
    }

    private static Map<String, String> used(NavigableMap<IpAddress, NavigableSet<ServiceKey>> taken) {
        Map<String, String> used = new LinkedHashMap<>();
        int room = EipStatus.MAX_USED_CHARACTERS;
        for (var entry : taken.entrySet()) {
            String address = entry.getKey().toString();
            String services = joined(entry.getValue(), ";");
            room -= address.length() + services.length();
            if (room < 0 || used.size() == EipStatus.MAX_USED) {
                break;
            }
            used.put(address, services);
        }
        return used;
    }

    private static String joined(NavigableSet<ServiceKey> services, String separator) {
        return services.stream().limit(NAMED).map(ServiceKey::toString).collect(joining(separator))
                + more(services.size());
    }

    private static String more(int all) {
        return all > NAMED ? " and " + (all - NAMED) + " more" : "";
    }

    private List<Condition> conditions(Condition ready) {
        List<Condition> conditions = new ArrayList<>(List.of(ready, supported()));
        pool.warning()
                .map(warning ->
                        new Condition(Condition.ADDRESS_NORMALIZED, false, "HostBitsSet", "spec.address: " + warning))
                .ifPresent(conditions::add);
        defaultEip().ifPresent(conditions::add);
        contained().ifPresent(conditions::add);
        routers.problem(pool)
                .map(problem -> new Condition(Condition.ANNOUNCEABLE, false, problem.reason(), problem.message()))
                .ifPresent(conditions::add);
        return conditions;
    }

    private Condition ready() {
        if (pool.problem().isPresent()) {
            return Conditions.notReady(pool.problem().get());
        }
        if (pool.eip().deleting()) {
            return Conditions.notReady("Deleting", "It is being deleted; Services keep the addresses they hold.");
        }
        return pool.eip().disable()
                ? Conditions.ready(
                        "Disabled", "spec.disable is true: it gives out no new addresses, Services keep theirs.")
                : Conditions.ready("Available", "");
    }

    private Condition supported() {
        return Conditions.supported(pool.eip().unsupported());
    }

    private Optional<Condition> defaultEip() {
        return pool.range()
                .filter(_ -> pool.isDefault())
                .flatMap(range -> pools.defaultPool(range.family()))
                .filter(other -> !other.name().equals(pool.name()))
                .map(other -> new EipProblem.AnotherDefaultEip(other.name()))
                .map(problem -> new Condition(Condition.DEFAULT_EIP, false, problem.reason(), problem.message()));
    }

    private Optional<Condition> contained() {
        NavigableMap<IpAddress, NavigableSet<ServiceKey>> outside = usage.outside(pool);
        if (outside.isEmpty()) {
            return Optional.empty();
        }
        String named = outside.entrySet().stream()
                .limit(NAMED)
                .map(entry -> entry.getKey() + " (" + joined(entry.getValue(), ", ") + ")")
                .collect(joining(", "));
        String message =
                "spec.address no longer contains %s%s: the Services keep them until they are changed or spec.address contains them again."
                        .formatted(named, more(outside.size()));
        return Optional.of(new Condition(Condition.HELD_ADDRESSES_CONTAINED, false, "AddressesOutsideRange", message));
    }
}
