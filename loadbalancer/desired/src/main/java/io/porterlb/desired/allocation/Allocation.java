package io.porterlb.desired.allocation;

import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One run of the [Allocator], round by round; in each round the oldest Service comes first. Used once, by one thread.
final class Allocation {
    private static final Comparator<ServiceView> BY_AGE =
            Comparator.comparing(ServiceView::created).thenComparing(ServiceView::key);

    private final ClusterView view;
    private final ServiceFilter filter;
    private final Pools pools;
    private final Taken taken;
    private final Owners owners = new Owners();
    private final Granting granting;
    private final Keeping keeping;
    private final Readoption readoption;
    private final Assigning assigning;
    private final Conclusion conclusion;
    private final OwnedRecords owned;
    private final Ownership ownership;
    private final Departure departure;

    private final List<Served> served = new ArrayList<>(); // oldest first
    private final List<ServiceView> others = new ArrayList<>();
    private final Map<ServiceKey, Assignment> settled = new HashMap<>();

    Allocation(ClusterView view, AllocatorSettings settings) {
        this.view = view;
        filter = new ServiceFilter(settings);
        pools = Pools.of(view.eips());
        owned = OwnedRecords.of(view);
        taken = Taken.of(view, owned.orphans());
        Tenants tenants = new Tenants(view, pools);
        Claims claims = new Claims(taken, tenants);
        granting = new Granting(pools, taken, new Sharing(taken, tenants), view.namespaces());
        keeping = new Keeping(pools, owned, claims);
        readoption = new Readoption(owned, granting, claims);
        assigning = new Assigning(owned, granting, claims);
        ownership = new Ownership(view.records(), owned.byUid().keySet(), Optional.of(pools));
        conclusion = new Conclusion(pools, new Company(view, tenants, owners), owned, ownership);
        departure = new Departure(filter, ownership, this::foreign);
    }

    Assignments run() {
        view.services().values().stream().sorted(BY_AGE).forEach(this::classify);
        Map<Boolean, List<Served>> changed = served.stream().collect(Collectors.partitioningBy(this::changed));
        changed.getOrDefault(false, List.of()).forEach(this::keep);
        changed.getOrDefault(true, List.of()).forEach(this::keep);
        undecided().forEach(this::readopt);
        served.forEach(each -> taken.addReported(each.service()));
        others.forEach(taken::addReported); // a status of theirs is no older claim to an address of ours
        undecided().forEach(each -> assign(each, this::unfulfilled));
        undecided().forEach(each -> assign(each, Want::open));
        undecided().forEach(each -> settled.put(each.key(), conclusion.of(each, granting.namespace(each.service()))));
        return new Assignments(settled, owned.orphans());
    }

    /// Each is looked at when its turn comes.
    private Stream<Served> undecided() {
        return served.stream().filter(each -> !settled.containsKey(each.key()));
    }

    private void classify(ServiceView service) {
        List<AddressRecord> records = owned.of(service);
        if (filter.serves(service) && (!records.isEmpty() || namespaceKnown(service))) {
            served.add(Served.of(service, pools));
            return;
        }
        others.add(service);
        if (filter.serves(service)) { // its namespace brings the next run
            settled.put(service.key(), new Assignment.LeftAlone(Optional.empty()));
            return;
        }
        Optional<Release> release = departure.of(service, records);
        if (release.isPresent()) {
            settled.put(service.key(), new Assignment.Released(records, release.get(), List.of()));
        } else if (service.loadBalancer()) {
            settled.put(service.key(), new Assignment.LeftAlone(Optional.empty()));
        }
    }

    private boolean foreign(ServiceView service) {
        return !service.ingress().isEmpty() && !reported(service).ours();
    }

    private Reported reported(ServiceView service) {
        return Reported.of(service, pools, view.records().keySet());
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

    private void keep(Served each) {
        each.wants().forEach(keeping::keep);
        if (strayed(each)) {
            settled.put(each.key(), conclusion.released(each));
        } else if (!namespaceKnown(each.service()) && each.wants().stream().anyMatch(Want::open)) {
            leaveAlone(each); // nobody could tell what else it may get
        }
    }

    /// Whether all its records are of families that it no longer has: they are worth nothing to it.
    private boolean strayed(Served each) {
        return !owned.of(each.service()).isEmpty()
                && each.wants().stream().allMatch(want -> owned.of(want).isEmpty());
    }

    private void leaveAlone(Served each) {
        settled.put(each.key(), new Assignment.LeftAlone(Optional.empty()));
    }

    private void readopt(Served each) {
        ServiceView service = each.service();
        if (owned.of(service).isEmpty() && foreign(service)) {
            ServiceProblem problem =
                    new ServiceProblem.ForeignAddress(service.ingress().getFirst());
            settled.put(service.key(), new Assignment.LeftAlone(Optional.of(problem)));
            return;
        }
        Reported reported = reported(service);
        if (readoption.waits(each, reported)) {
            leaveAlone(each);
        } else {
            readoption.readopt(each, reported);
        }
    }

    /// Asks for something by name that it has not got.
    private boolean unfulfilled(Want want) {
        return namespaceKnown(want.service()) && want.unfulfilled(pools);
    }

    /// @param due whose turn it is
    private void assign(Served each, Predicate<Want> due) {
        List<Want> wants = each.wants().stream().filter(due).toList();
        if (assigning.waits(wants)) {
            leaveAlone(each);
        } else if (!wants.isEmpty()) {
            assigning.assign(each, wants);
        }
    }
}
