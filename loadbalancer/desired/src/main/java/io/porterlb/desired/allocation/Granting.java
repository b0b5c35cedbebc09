package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.NamespaceView;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Decides whether a Service gets the address it asks for, or which one. Takes nothing itself.
final class Granting {
    private final Pools pools;
    private final Taken taken;
    private final Sharing sharing;
    private final Selection selection;
    private final Map<String, NamespaceView> namespaces;

    Granting(Pools pools, Taken taken, Sharing sharing, Map<String, NamespaceView> namespaces) {
        this.pools = pools;
        this.taken = taken;
        this.sharing = sharing;
        this.namespaces = namespaces;
        selection = new Selection(pools);
    }

    /// The namespace of a Service. Each kind is watched on its own, so it may come later than the Service; without its
    /// labels nobody can tell which Eips the Service may use.
    Optional<NamespaceView> namespace(ServiceView service) {
        return Optional.ofNullable(namespaces.get(service.key().namespace()));
    }

    private NamespaceView known(ServiceView service) {
        return namespace(service).orElseThrow(() -> new IllegalStateException("no namespace of " + service.key()));
    }

    /// @param want of a Service whose namespace is known
    Grant grant(Want want) {
        Wish wish = want.wish();
        if (wish.invalid().isPresent()) {
            return new Grant.Denied(wish.invalid().get());
        }
        if (wish.address().isPresent()) {
            return address(want, wish.address().get());
        }
        return wish.eip().isPresent() ? fromEip(want, wish.eip().get()) : automatic(want);
    }

    private Grant address(Want want, Request.Asked<IpAddress> asked) {
        IpAddress address = asked.value();
        ServiceView service = want.service();
        if (address.family() != want.family()) {
            return new Grant.Denied(
                    new ServiceProblem.FamilyMismatch(asked.source(), address.toString(), want.family()));
        }
        Optional<Request.Asked<String>> eip = want.wish().eip();
        Optional<Pool> pool =
                eip.map(Request.Asked::value).map(pools::named).orElseGet(() -> pools.containing(address));
        return absent(asked, eip, pool)
                .or(() -> refusal(asked.source(), pool.orElseThrow(), service))
                .or(() -> sharing.inTheWay(address, service)
                        .map(found -> found.holder().refuse(asked.source(), address, found.obstacle())))
                .<Grant>map(Grant.Denied::new)
                .orElseGet(() -> new Grant.Given(address, pool.orElseThrow()));
    }

    private static Optional<ServiceProblem> absent(
            Request.Asked<IpAddress> asked, Optional<Request.Asked<String>> eip, Optional<Pool> pool) {
        if (pool.isPresent() && pool.get().contains(asked.value())) {
            return Optional.empty();
        }
        return Optional.of(
                eip.isEmpty()
                        ? new ServiceProblem.AddressOutsidePools(asked.source(), asked.value())
                        : pool.isEmpty() ? notFound(eip.get()) : outside(asked, eip.get()));
    }

    private static ServiceProblem notFound(Request.Asked<String> eip) {
        return new ServiceProblem.EipNotFound(eip.source(), eip.value());
    }

    private static ServiceProblem outside(Request.Asked<IpAddress> asked, Request.Asked<String> eip) {
        return new ServiceProblem.AddressOutsideEip(asked.source(), asked.value(), eip.source(), eip.value());
    }

    private Grant fromEip(Want want, Request.Asked<String> asked) {
        Optional<Pool> pool = pools.named(asked.value());
        if (pool.isEmpty()) {
            return new Grant.Denied(notFound(asked));
        }
        return refusal(asked.source(), pool.get(), want.service())
                .or(() -> otherFamily(asked, pool.get(), want.family()))
                .<Grant>map(Grant.Denied::new)
                .or(() -> joined(want, pool.get()::equals))
                .orElseGet(() -> firstFree(want, List.of(pool.get())));
    }

    private static Optional<ServiceProblem> otherFamily(Request.Asked<String> asked, Pool pool, IpFamily family) {
        return pool.has(family)
                ? Optional.empty()
                : Optional.of(new ServiceProblem.FamilyMismatch(asked.source(), "Eip " + pool.name(), family));
    }

    private Grant automatic(Want want) {
        return joined(want, pool -> Selection.speaks(pool, want.service())).orElseGet(() -> chosen(want));
    }

    /// An address that others with the same key have already. A key is a request: the Eip need not be one that is
    /// chosen automatically.
    private Optional<Grant> joined(Want want, Predicate<Pool> from) {
        return sharing.open(want)
                .<Grant>flatMap(address -> pools.containing(address).stream()
                        .filter(pool -> from.test(pool)
                                && refusal("", pool, want.service()).isEmpty())
                        .map(pool -> new Grant.Given(address, pool)))
                .findFirst();
    }

    private Grant chosen(Want want) {
        Selection.Choice choice = selection.choose(want, known(want.service()));
        return choice.problem().<Grant>map(Grant.Denied::new).orElseGet(() -> firstFree(want, choice.pools()));
    }

    private Grant firstFree(Want want, List<Pool> candidates) {
        for (Pool pool : candidates) {
            Optional<IpAddress> free = pool.range().flatMap(taken::firstFree);
            if (free.isPresent()) {
                return new Grant.Given(free.get(), pool);
            }
        }
        List<String> full = candidates.stream().map(Pool::name).toList();
        return new Grant.Denied(new ServiceProblem.AddressPoolExhausted(full, sharing.obstacle(want)));
    }

    /// Why the Service gets nothing new from this Eip, though it leads there.
    private Optional<ServiceProblem> refusal(String source, Pool pool, ServiceView service) {
        if (pool.eip().deleting()) {
            return Optional.of(new ServiceProblem.EipDeleting(source, pool.name()));
        }
        if (pool.eip().disable()) {
            return Optional.of(new ServiceProblem.EipDisabled(source, pool.name()));
        }
        return pool.problem()
                .<ServiceProblem>map(cause -> new ServiceProblem.EipUnusable(source, pool.name(), cause))
                .or(() -> outOfBounds(source, pool, service));
    }

    private Optional<ServiceProblem> outOfBounds(String source, Pool pool, ServiceView service) {
        return pool.allows(known(service))
                ? Optional.empty()
                : Optional.of(new ServiceProblem.NamespaceNotAllowed(
                        source, pool.name(), service.key().namespace()));
    }

    /// Why the Service cannot keep an address of this Eip that only its status vouches for. A disabled or overlapping
    /// Eip is no reason: it gives out nothing new, and takes nothing away.
    Optional<ServiceProblem> readoptionRefusal(ServiceView service, IpAddress address, Pool pool) {
        String source = "status.loadBalancer.ingress";
        return outOfBounds(source, pool, service)
                .or(() -> sharing.inTheWay(address, service).map(found -> switch (found.holder()) {
                    case Holder.Recorded _, Holder.Leaving _, Holder.Claimed _ ->
                        new ServiceProblem.DuplicateAddress(
                                address, found.holder().words(), found.obstacle());
                    case Holder.External _, Holder.Node _ -> found.holder().refuse(source, address, Optional.empty());
                }));
    }
}
