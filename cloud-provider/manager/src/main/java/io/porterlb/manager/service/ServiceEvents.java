package io.porterlb.manager.service;

import static java.util.stream.Collectors.joining;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Allocator;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Holding;
import io.porterlb.desired.allocation.Notice;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.ObjectRef;
import io.porterlb.manager.event.Announcer;
import java.util.List;

/// What a Service's owner reads in `kubectl describe`: what Kubernetes' service controller says, by its reasons,
/// messages and name (`k8s.io/cloud-provider/controllers/service/controller.go`), and beside it the details, by
/// reasons of our own. Any thread.
final class ServiceEvents {
    private static final String SERVICE_CONTROLLER = "service-controller";

    private final Announcer own;
    private final Announcer controller;

    ServiceEvents(Announcer announcer) {
        own = announcer;
        controller = announcer.as(SERVICE_CONTROLLER);
    }

    void ensuring(ServiceView service) {
        controller.say(ObjectRef.of(service), "EnsuringLoadBalancer", "Ensuring load balancer");
    }

    void ensured(ServiceView service) {
        controller.say(ObjectRef.of(service), "EnsuredLoadBalancer", "Ensured load balancer");
    }

    void deleting(ServiceView service) {
        controller.say(ObjectRef.of(service), "DeletingLoadBalancer", "Deleting load balancer");
    }

    void deleted(ServiceView service) {
        controller.say(ObjectRef.of(service), "DeletedLoadBalancer", "Deleted load balancer");
    }

    void updated(ServiceView service) {
        controller.say(ObjectRef.of(service), "UpdatedLoadBalancer", "Updated load balancer with new hosts");
    }

    void unavailable(ServiceView service) {
        String message = "There are no available nodes for LoadBalancer";
        controller.warn(ObjectRef.of(service), "UnAvailableLoadBalancer", message);
    }

    /// @param step what failed, in the words of the service controller, such as `failed to ensure load balancer`
    void failed(ServiceView service, String step, String cause) {
        String message = "Error syncing load balancer: " + step + ": " + cause;
        controller.warn(ObjectRef.of(service), "SyncLoadBalancerFailed", message);
    }

    void elsewhere(ServiceView service, Problem sign) {
        own.warn(ObjectRef.of(service), sign.reason(), sign.message());
    }

    /// What may not be quite right with the address that it holds; where nothing is, what is wrong later is news again.
    void notices(ServiceView service, Assignment.Held held) {
        if (held.notices().isEmpty()) {
            own.well(ObjectRef.of(service));
        }
        warn(service, held.notices());
    }

    private void warn(ServiceView service, List<Notice> notices) {
        notices.forEach(notice -> own.warn(ObjectRef.of(service), notice.reason(), notice.message()));
    }

    /// After the Service shows what it holds. What it showed before tells what is new to its owner, also where an
    /// earlier attempt got stuck on the way.
    void held(ServiceView service, Assignment.Held held) {
        List<Holding> fresh = held.holdings().stream()
                .filter(holding -> !shown(service, holding.address()))
                .toList();
        if (!fresh.isEmpty()) {
            own.say(ObjectRef.of(service), "AddressAssigned", assigned(service, fresh, shownBefore(service, held)));
        }
        held.holdings().stream()
                .filter(holding -> !fresh.contains(holding) && holding.cause() == Assignment.Cause.READOPTED)
                .forEach(holding -> own.say(
                        ObjectRef.of(service),
                        "AddressReadopted",
                        holding.address() + " was in status already, from Eip " + holding.eip()));
        released(
                service,
                held.surplus().stream()
                        .filter(record -> !shown(service, record.address()))
                        .toList());
    }

    private static boolean shown(ServiceView service, IpAddress address) {
        return service.ingress().contains(address.toString());
    }

    private static String shownBefore(ServiceView service, Assignment.Held held) {
        List<String> now = held.addresses().stream().map(IpAddress::toString).toList();
        return service.ingress().stream().filter(entry -> !now.contains(entry)).collect(joining(", "));
    }

    private static String assigned(ServiceView service, List<Holding> fresh, String before) {
        String from = fresh.stream()
                .map(holding -> holding.address() + " from Eip " + holding.eip() + asked(service, holding))
                .collect(joining(" and "));
        return from + (before.isEmpty() ? "" : ", in place of " + before);
    }

    private static String asked(ServiceView service, Holding holding) {
        return Allocator.asks(service, holding)
                .map(source -> ", as " + source.replaceFirst("^Annotation", "annotation") + " asks")
                .orElse("");
    }

    /// After it is done.
    void released(ServiceView service, Assignment.Released released) {
        warn(service, released.notices());
        released(service, released.records());
    }

    private void released(ServiceView service, List<AddressRecord> records) {
        records.forEach(record -> own.say(
                ObjectRef.of(service),
                "AddressReleased",
                record.address() + (record.owners().size() > 1 ? " stays with those who share it" : " is free again")));
    }
}
