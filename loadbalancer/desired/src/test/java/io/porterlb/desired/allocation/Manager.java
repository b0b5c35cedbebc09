package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Service;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Writes assignments to the cluster in the order in which the real one does: record, status, release. It may stop
/// after any write.
record Manager(Cluster cluster) {
    /// Carries out everything.
    void apply(Assignments assignments) {
        steps(assignments).forEach(Runnable::run);
    }

    /// Stops somewhere on the way.
    void applySome(Assignments assignments, Random random) {
        List<Runnable> steps = steps(assignments);
        steps.subList(0, random.nextInt(steps.size() + 1)).forEach(Runnable::run);
    }

    private List<Runnable> steps(Assignments assignments) {
        List<Runnable> steps = new ArrayList<>();
        assignments.services().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> add(steps, service(entry.getKey()), entry.getValue()));
        assignments.orphans().forEach(orphan -> steps.add(() -> giveBack(orphan.record(), orphan.gone())));
        return steps;
    }

    private Service service(ServiceKey key) {
        return Objects.requireNonNull(cluster.services.get(key), key::toString);
    }

    private void add(List<Runnable> steps, Service service, Assignment assignment) {
        switch (assignment) {
            case Assignment.Held held -> {
                held.takings(service.view()).forEach(taking -> steps.add(() -> take(taking, service)));
                steps.add(() -> ifRecorded(service, held, () -> show(service, held)));
                held.surplus()
                        .forEach(record -> steps.add(() ->
                                ifRecorded(service, held, () -> giveBack(record, Set.of(service.uid())))));
            }
            case Assignment.Refused _ -> steps.add(service::reports);
            case Assignment.Released released -> {
                steps.add(() -> clear(service));
                released.records().forEach(record -> steps.add(() -> giveBack(record, Set.of(service.uid()))));
                if (service.deleting) {
                    steps.add(() -> cluster.services.remove(service.key()));
                }
            }
            case Assignment.LeftAlone _ -> {}
        }
    }

    private static void show(Service service, Assignment.Held held) {
        service.reports(held.addresses().stream().map(IpAddress::toString).toArray(String[]::new))
                .labels
                .put(Marks.EIP_LABEL, held.eip());
        service.finalizers = List.of(Marks.finalizer(service.view()));
    }

    private static void clear(Service service) {
        service.reports().labels.remove(Marks.EIP_LABEL);
        service.finalizers = List.of();
    }

    /// Where it is refused, the next run decides again.
    private void take(Taking taking, Service service) {
        AddressRecord before = cluster.records.get(taking.address());
        if (before == null) {
            cluster.record(taking.address().toString(), taking.eip(), service);
        } else {
            cluster.records.put(taking.address(), taking.joining(before).orElse(before));
        }
    }

    private void ifRecorded(Service service, Assignment.Held held, Runnable step) {
        if (held.addresses().stream().allMatch(address -> recorded(service, address))) {
            step.run();
        }
    }

    private boolean recorded(Service service, IpAddress address) {
        return Optional.ofNullable(cluster.records.get(address))
                .filter(record -> record.names(service.view()))
                .isPresent();
    }

    private void giveBack(AddressRecord seen, Set<String> leaving) {
        cluster.records.computeIfPresent(seen.address(), (_, now) -> {
            AddressRecord left = now.without(leaving);
            return left.owners().isEmpty() ? null : left;
        });
    }
}
