package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NamespaceView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One run of the [Allocator], round by round; in each round the oldest Service comes first. Used once, by one thread.
final class Allocation {
    private static final Comparator<ServiceView> BY_AGE =
            Comparator.comparing(ServiceView::created).thenComparing(ServiceView::key);

    private final ClusterView view;
    private final ServiceFilter filter;
    private final Pools pools;
    private final Taken taken;
    private final Tenants tenants;
    private final Owners owners = new Owners();
    private final Granting granting;
    private final Keeping keeping;
    private final Holding holding;
    private final OwnedRecords owned;
    private final Ownership ownership;
    private final Departure departure;

    private final List<Served> served = new ArrayList<>(); // oldest first
    private final List<ServiceView> others = new ArrayList<>();
    private final Map<ServiceKey, Assignment> settled = new HashMap<>();
    private final Map<ServiceKey, Claim> claims = new HashMap<>();
    private final Map<ServiceKey, ServiceProblem> denied = new HashMap<>(); // to Services that hold another address
    private final Map<ServiceKey, Separation> separations = new HashMap<>();

    Allocation(ClusterView view, AllocatorSettings settings) {
        this.view = view;
        filter = new ServiceFilter(settings);
        pools = Pools.of(view.eips());
        owned = OwnedRecords.of(view);
        taken = Taken.of(view, owned.orphans());
        tenants = new Tenants(view, pools);
        granting = new Granting(pools, taken, new Sharing(taken, tenants), view.namespaces());
        keeping = new Keeping(pools, tenants);
        holding = new Holding(pools, new Company(view, tenants, owners));
        ownership = new Ownership(view.records(), owned.byUid().keySet(), Optional.of(pools));
        departure = new Departure(filter, ownership, this::foreign);
    }

    Assignments run() {
        view.services().values().stream().sorted(BY_AGE).forEach(this::classify);
        Map<Boolean, List<Served>> changed = served.stream().collect(Collectors.partitioningBy(this::changed));
        changed.getOrDefault(false, List.of()).forEach(this::keep);
        changed.getOrDefault(true, List.of()).forEach(this::keep);
        served.stream().filter(this::recordless).forEach(this::readopt);
        served.forEach(each -> taken.addReported(each.service()));
        others.forEach(taken::addReported); // a status of theirs is no older claim to an address of ours
        served.stream().filter(this::unfulfilled).forEach(this::grant);
        served.stream().filter(this::open).forEach(this::grant);
        served.forEach(this::hold);
        return new Assignments(settled, owned.orphans());
    }

    private void classify(ServiceView service) {
        List<AddressRecord> records = owned.of(service);
        if (filter.serves(service) && (!records.isEmpty() || namespaceKnown(service))) {
            served.add(new Served(service, Request.of(service)));
            return;
        }
        others.add(service);
        if (filter.serves(service)) { // its namespace brings the next run
            settled.put(service.key(), new Assignment.LeftAlone(Optional.empty()));
            return;
        }
        Optional<Release> release = departure.of(service, records);
        if (release.isPresent()) {
            settled.put(service.key(), new Assignment.Released(records, release.get()));
        } else if (service.loadBalancer()) {
            settled.put(service.key(), new Assignment.LeftAlone(Optional.empty()));
        }
    }

    private boolean foreign(ServiceView service) {
        return !service.ingress().isEmpty()
                && !Reported.of(service, pools, view.records().keySet()).ours();
    }

    private boolean namespaceKnown(ServiceView service) {
        return granting.namespace(service).isPresent();
    }

    /// Whether it is no longer what it was when it was let in: it comes after those that share an address with it and
    /// have not changed, so that it is the one to go where they no longer fit.
    private boolean changed(Served each) {
        AddressRecord.Owner now = owners.of(each.service());
        return owned.of(each.service()).stream()
                .anyMatch(record -> !record.owners().contains(now));
    }

    /// Records of the other family alone are worth nothing to the Service.
    private void keep(Served each) {
        ServiceView service = each.service();
        List<AddressRecord> records = owned.of(service);
        IpFamily family = Families.of(service);
        List<AddressRecord> fitting = records.stream()
                .filter(record -> record.address().family() == family)
                .toList();
        Keeping.Kept kept = keeping.choose(each, fitting);
        kept.separation().ifPresent(why -> separations.put(service.key(), why));
        kept.record().ifPresent(record -> claim(service, record.address(), eip(record), Cause.KEPT));
        if (!records.isEmpty() && fitting.isEmpty()) {
            settled.put(service.key(), new Assignment.Released(records, ownership.release(service)));
        } else if (open(each) && !namespaceKnown(service)) { // nobody could tell what else it may get
            settled.put(service.key(), new Assignment.LeftAlone(Optional.empty()));
        }
    }

    /// Eips may be split, merged and renamed: the address belongs to the one that has it now.
    private String eip(AddressRecord record) {
        return pools.origin(record.address(), record.eip()).map(Pool::name).orElse(record.eip());
    }

    private void claim(ServiceView service, IpAddress address, String eip, Cause cause) {
        Optional.ofNullable(claims.get(service.key())).ifPresent(before -> tenants.remove(before.address(), service));
        tenants.add(address, service);
        taken.add(address, new Holder.Claimed(service.key()));
        claims.put(service.key(), new Claim(address, eip, cause, owned.besides(service, address)));
    }

    /// Neither settled nor with an address so far.
    private boolean open(Served each) {
        return !settled.containsKey(each.key()) && !claims.containsKey(each.key());
    }

    private boolean recordless(Served each) {
        return open(each) && owned.of(each.service()).isEmpty();
    }

    private void readopt(Served each) {
        ServiceView service = each.service();
        if (foreign(service)) {
            ServiceProblem problem =
                    new ServiceProblem.ForeignAddress(service.ingress().getFirst());
            settled.put(service.key(), new Assignment.LeftAlone(Optional.of(problem)));
            return;
        }
        Reported reported = Reported.of(service, pools, view.records().keySet());
        for (Map.Entry<IpAddress, Pool> entry : reported.candidates().entrySet()) {
            if (taken.isLeaving(entry.getKey())) {
                settled.put(service.key(), new Assignment.LeftAlone(Optional.empty()));
                return;
            }
            Optional<ServiceProblem> problem = granting.readoptionRefusal(service, entry.getKey(), entry.getValue());
            if (problem.isEmpty()) {
                settled.remove(service.key());
                claim(service, entry.getKey(), entry.getValue().name(), Cause.READOPTED);
                return;
            }
            settled.putIfAbsent(service.key(), new Assignment.Refused(problem.get()));
        }
    }

    /// Asks for something else than what it holds, if it holds anything.
    private boolean unfulfilled(Served each) {
        Claim claim = claims.get(each.key());
        return claim == null
                ? !settled.containsKey(each.key()) && each.request().explicit()
                : namespaceKnown(each.service()) && !each.request().satisfiedBy(claim.address(), claim.eip(), pools);
    }

    private void grant(Served each) {
        if (waits(each)) {
            settled.put(each.key(), new Assignment.LeftAlone(Optional.empty()));
            return;
        }
        switch (granting.grant(each.service(), each.request())) {
            case Grant.Given(IpAddress address, Pool pool) ->
                claim(each.service(), address, pool.name(), Cause.ASSIGNED);
            case Grant.Denied(ServiceProblem problem)
            when claims.containsKey(each.key()) -> denied.put(each.key(), problem);
            case Grant.Denied(ServiceProblem problem) -> settled.put(each.key(), denied(each.service(), problem));
        }
    }

    /// For the very address that it asks for, which is free in a moment.
    private boolean waits(Served each) {
        return !claims.containsKey(each.key())
                && owned.of(each.service()).isEmpty()
                && each.request()
                        .address()
                        .map(Request.Asked::value)
                        .filter(taken::isLeaving)
                        .isPresent();
    }

    /// One that cannot keep the address it has gives it up first, and is told then.
    private Assignment denied(ServiceView service, ServiceProblem problem) {
        List<AddressRecord> records = owned.of(service);
        return records.isEmpty()
                ? new Assignment.Refused(problem)
                : new Assignment.Released(records, ownership.release(service));
    }

    private void hold(Served each) {
        Claim claim = claims.get(each.key());
        if (claim == null) {
            return;
        }
        Optional<NamespaceView> namespace = granting.namespace(each.service());
        Optional<ServiceProblem> problem = Optional.ofNullable(denied.get(each.key()));
        Optional<Separation> separation = Optional.ofNullable(separations.get(each.key()))
                .filter(why -> !why.before().equals(claim.address()));
        settled.put(each.key(), holding.of(each.service(), namespace, claim, problem, separation));
    }
}
