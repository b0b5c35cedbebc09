package io.porterlb.manager.service;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Marks;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.ServicePatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The difference between what a Service should have and what it has. Pure.
final class ServiceWorks {
    private ServiceWorks() {}

    static ServiceWork held(ClusterView view, ServiceView service, Assignment.Held held) {
        List<AddressRecord> create = held.addresses().stream()
                .filter(address -> !holds(view, service, address))
                .map(address -> record(service, address, held.eip()))
                .toList();
        Optional<ServicePatch> patch = shows(service, held) ? Optional.empty() : Optional.of(show(service, held));
        return new ServiceWork(create, patch, held.surplus());
    }

    private static boolean holds(ClusterView view, ServiceView service, IpAddress address) {
        AddressRecord record = view.records().get(address);
        return record != null
                && record.owners().stream().anyMatch(owner -> owner.uid().equals(service.uid()));
    }

    private static AddressRecord record(ServiceView service, IpAddress address, String eip) {
        AddressRecord.Owner owner = new AddressRecord.Owner(service.key(), service.uid());
        return new AddressRecord(address, eip, List.of(owner), Instant.EPOCH);
    }

    private static boolean shows(ServiceView service, Assignment.Held held) {
        return service.ingress().equals(texts(held.addresses()))
                && service.finalizers().contains(Marks.finalizer(service))
                && held.eip().equals(service.labels().get(Marks.EIP_LABEL));
    }

    private static List<String> texts(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::toString).toList();
    }

    private static ServicePatch show(ServiceView service, Assignment.Held held) {
        return new ServicePatch(
                service,
                Set.of(Marks.finalizer(service)),
                Set.of(),
                Optional.of(held.eip()),
                held.addresses(),
                List.of(),
                Set.of(Condition.ADDRESS_ASSIGNED));
    }

    /// Says so on the Service, and takes back an address that it may not show.
    static ServiceWork refused(ServiceView service, Problem problem) {
        Condition condition = new Condition(Condition.ADDRESS_ASSIGNED, false, problem.reason(), problem.message());
        ServicePatch patch = new ServicePatch(
                service, Set.of(), Marks.removable(service), Optional.empty(), List.of(), List.of(condition), Set.of());
        return new ServiceWork(List.of(), Optional.of(patch), List.of());
    }

    static ServiceWork released(ServiceView service, List<AddressRecord> records) {
        boolean clean = service.ingress().isEmpty()
                && !service.labels().containsKey(Marks.EIP_LABEL)
                && service.finalizers().stream().noneMatch(Marks.FINALIZERS::contains);
        return new ServiceWork(List.of(), clean ? Optional.empty() : Optional.of(clear(service)), records);
    }

    private static ServicePatch clear(ServiceView service) {
        return new ServicePatch(
                service,
                Set.of(),
                Marks.FINALIZERS,
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(Condition.ADDRESS_ASSIGNED));
    }
}
