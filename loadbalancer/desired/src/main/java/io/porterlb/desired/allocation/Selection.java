package io.porterlb.desired.allocation;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.NamespaceView;
import io.porterlb.desired.view.ServiceView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Which Eips a Service that names none may get its address of one family from: those bound to its namespace; without
/// any, the default Eip; where there is no default Eip, those that no namespace binds. Full Eips are not told from
/// others here.
final class Selection {
    private final Pools pools;
    private final Map<Need, Choice> choices = new HashMap<>(); // most are the same

    Selection(Pools pools) {
        this.pools = pools;
    }

    /// @param pools in the order in which to try them; empty where there is a problem
    record Choice(List<Pool> pools, Optional<ServiceProblem> problem) {}

    /// @param protocol empty for any
    private record Need(NamespaceView namespace, IpFamily family, String protocol) {
        boolean fits(Pool pool) {
            return pool.has(family) && (protocol.isEmpty() || protocol.equals(pool.protocol()));
        }
    }

    Choice choose(Want want, NamespaceView namespace) {
        Need need = new Need(namespace, want.family(), protocol(want.service()));
        return choices.computeIfAbsent(need, this::choose);
    }

    /// Whether the Eip has the protocol that the Service asks for, if it asks for one.
    static boolean speaks(Pool pool, ServiceView service) {
        String protocol = protocol(service);
        return protocol.isEmpty() || protocol.equals(pool.protocol());
    }

    /// The protocol that a Service asks for, as [Pool#protocol] names it; empty for any.
    static String protocol(ServiceView service) {
        String protocol = service.annotations().getOrDefault(Annotations.PROTOCOL, "");
        return protocol.equals("vip") ? "layer2" : protocol;
    }

    private Choice choose(Need need) {
        List<Pool> bound = automatic(need, pool -> pool.bound() && pool.allows(need.namespace()) && !disabled(pool));
        if (!bound.isEmpty()) {
            return usable("The binding of namespace " + need.namespace().name(), bound);
        }
        return pools.defaultPool(need.family())
                .map(pool -> ofDefault(need, pool))
                .orElseGet(() -> ofUnbound(need));
    }

    private Choice ofDefault(Need need, Pool pool) {
        String source = "The default Eip annotation";
        if (!need.fits(pool)) {
            return refused(noMatch(need));
        }
        if (!pool.allows(need.namespace())) {
            return refused(new ServiceProblem.NamespaceNotAllowed(
                    source, pool.name(), need.namespace().name()));
        }
        return disabled(pool)
                ? refused(new ServiceProblem.EipDisabled(source, pool.name()))
                : usable(source, List.of(pool));
    }

    private Choice ofUnbound(Need need) {
        String source = "The choice among Eips that are open to all";
        List<Pool> unbound = automatic(need, pool -> !pool.bound());
        List<Pool> enabled = unbound.stream().filter(pool -> !disabled(pool)).toList();
        if (!enabled.isEmpty()) {
            return usable(source, enabled);
        }
        return refused(
                unbound.isEmpty()
                        ? noMatch(need)
                        : new ServiceProblem.EipDisabled(
                                source, unbound.getFirst().name()));
    }

    private List<Pool> automatic(Need need, Predicate<Pool> further) {
        return pools.all().stream()
                .filter(pool -> need.fits(pool)
                        && pool.eip().autoAssign()
                        && !pool.eip().deleting()
                        && !pool.eip().foreign()
                        && further.test(pool))
                .sorted(Pool.BY_PRIORITY)
                .toList();
    }

    private static boolean disabled(Pool pool) {
        return pool.eip().disable();
    }

    private static Choice usable(String source, List<Pool> candidates) {
        List<Pool> usable =
                candidates.stream().filter(pool -> pool.problem().isEmpty()).toList();
        if (!usable.isEmpty()) {
            return new Choice(usable, Optional.empty());
        }
        Pool first = candidates.getFirst();
        return refused(new ServiceProblem.EipUnusable(
                source, first.name(), first.problem().orElseThrow()));
    }

    private static ServiceProblem noMatch(Need need) {
        return new ServiceProblem.NoMatchingEip(need.namespace().name(), need.family(), need.protocol());
    }

    private static Choice refused(ServiceProblem problem) {
        return new Choice(List.of(), Optional.of(problem));
    }
}
