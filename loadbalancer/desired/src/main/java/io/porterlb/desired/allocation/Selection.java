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

/// Which Eips a Service that names none may get its address from: those bound to its namespace; without any, the
/// default Eip; where there is no default Eip, those that no namespace binds. Full Eips are not told from others here.
final class Selection {
    private final Pools pools;
    private final Map<Wish, Choice> choices = new HashMap<>(); // most Services wish the same

    Selection(Pools pools) {
        this.pools = pools;
    }

    /// @param pools in the order in which to try them; empty where there is a problem
    record Choice(List<Pool> pools, Optional<ServiceProblem> problem) {}

    /// @param protocol empty for any
    private record Wish(NamespaceView namespace, IpFamily family, String protocol) {
        boolean fits(Pool pool) {
            return pool.has(family) && (protocol.isEmpty() || protocol.equals(pool.protocol()));
        }
    }

    Choice choose(ServiceView service, NamespaceView namespace) {
        return choices.computeIfAbsent(new Wish(namespace, Families.of(service), protocol(service)), this::choose);
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

    private Choice choose(Wish wish) {
        List<Pool> bound = automatic(wish, pool -> pool.bound() && pool.allows(wish.namespace()) && !disabled(pool));
        if (!bound.isEmpty()) {
            return usable("The binding of namespace " + wish.namespace().name(), bound);
        }
        return pools.defaultPool(wish.family())
                .map(pool -> ofDefault(wish, pool))
                .orElseGet(() -> ofUnbound(wish));
    }

    private Choice ofDefault(Wish wish, Pool pool) {
        String source = "The default Eip annotation";
        if (!wish.fits(pool)) {
            return refused(noMatch(wish));
        }
        if (!pool.allows(wish.namespace())) {
            return refused(new ServiceProblem.NamespaceNotAllowed(
                    source, pool.name(), wish.namespace().name()));
        }
        return disabled(pool)
                ? refused(new ServiceProblem.EipDisabled(source, pool.name()))
                : usable(source, List.of(pool));
    }

    private Choice ofUnbound(Wish wish) {
        String source = "The choice among Eips that are open to all";
        List<Pool> unbound = automatic(wish, pool -> !pool.bound());
        List<Pool> enabled = unbound.stream().filter(pool -> !disabled(pool)).toList();
        if (!enabled.isEmpty()) {
            return usable(source, enabled);
        }
        return refused(
                unbound.isEmpty()
                        ? noMatch(wish)
                        : new ServiceProblem.EipDisabled(
                                source, unbound.getFirst().name()));
    }

    private List<Pool> automatic(Wish wish, Predicate<Pool> further) {
        return pools.all().stream()
                .filter(pool -> wish.fits(pool)
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

    private static ServiceProblem noMatch(Wish wish) {
        return new ServiceProblem.NoMatchingEip(wish.namespace().name(), wish.family(), wish.protocol());
    }

    private static Choice refused(ServiceProblem problem) {
        return new Choice(List.of(), Optional.of(problem));
    }
}
