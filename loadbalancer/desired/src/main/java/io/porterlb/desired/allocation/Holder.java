package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.problem.SharingObstacle;
import io.porterlb.desired.view.ServiceKey;
import java.util.List;
import java.util.Optional;

/// Who has an address, so that it cannot be given out.
sealed interface Holder {
    /// A record names these Services, of which some may be gone.
    record Recorded(List<ServiceKey> services) implements Holder {}

    /// A record names Services that are all gone: the address is free as soon as the record is.
    record Leaving() implements Holder {}

    /// The Service holds it without a record so far, or its status reports it.
    record Claimed(ServiceKey service) implements Holder {}

    /// The Service has it in `spec.externalIPs`.
    record External(ServiceKey service) implements Holder {}

    /// It is a node's own.
    record Node(String name) implements Holder {}

    /// In words, such as `Service default/web`.
    default String words() {
        return switch (this) {
            case Recorded(List<ServiceKey> services) when services.isEmpty() -> "a PorterAddress without owner";
            case Recorded(List<ServiceKey> services) -> "Service " + services.getFirst();
            case Leaving() -> "a Service that is gone";
            case Claimed(ServiceKey service) -> "Service " + service;
            case External(ServiceKey service) -> "spec.externalIPs of Service " + service;
            case Node(String name) -> "node " + name;
        };
    }

    /// Whether it is with Services, who may let others join.
    default boolean shareable() {
        return switch (this) {
            case Recorded _, Claimed _ -> true;
            case Leaving _, External _, Node _ -> false;
        };
    }

    /// Why somebody else cannot have it.
    ///
    /// @param obstacle why that one cannot share it, if it asks for that
    default ServiceProblem refuse(String source, IpAddress address, Optional<SharingObstacle> obstacle) {
        return switch (this) {
            case Recorded _, Leaving _, Claimed _ ->
                new ServiceProblem.AddressTaken(source, address, words(), obstacle);
            case External(ServiceKey service) -> new ServiceProblem.AddressIsExternalIp(source, address, service);
            case Node(String name) -> new ServiceProblem.AddressIsNodeAddress(source, address, name);
        };
    }
}
