package io.porterlb.manager.service;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Allocator;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.ObjectRef;
import io.porterlb.manager.event.Announcer;
import java.util.List;
import java.util.stream.Collectors;

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
        held.notices().forEach(notice -> own.warn(ObjectRef.of(service), notice.reason(), notice.message()));
    }

    /// After the Service shows what it holds. What it showed before tells what is new to its owner, also where an
    /// earlier attempt got stuck on the way.
    void held(ServiceView service, Assignment.Held held) {
        String addresses = join(held.addresses());
        String shown = String.join(", ", service.ingress());
        if (!shown.equals(addresses)) {
            own.say(ObjectRef.of(service), "AddressAssigned", assigned(service, addresses, held.eip(), shown));
        } else if (held.cause() == Assignment.Cause.READOPTED) {
            own.say(
                    ObjectRef.of(service),
                    "AddressReadopted",
                    addresses + " was in status already, from Eip " + held.eip());
        }
    }

    private static String assigned(ServiceView service, String addresses, String eip, String before) {
        String asked = Allocator.asks(service)
                .map(source -> ", as " + source.replaceFirst("^Annotation", "annotation") + " asks")
                .orElse("");
        return addresses + " from Eip " + eip + asked + (before.isEmpty() ? "" : ", in place of " + before);
    }

    void released(ServiceView service, List<AddressRecord> records) {
        records.forEach(record -> own.say(
                ObjectRef.of(service),
                "AddressReleased",
                record.address() + (record.owners().size() > 1 ? " stays with those who share it" : " is free again")));
    }

    private static String join(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::toString).collect(Collectors.joining(", "));
    }
}
