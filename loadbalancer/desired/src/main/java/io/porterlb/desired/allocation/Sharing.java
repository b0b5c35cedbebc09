package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.problem.SharingObstacle;
import io.porterlb.desired.view.ServiceView;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether an address that somebody has is open to one more Service.
record Sharing(Taken taken, Tenants tenants) {
    /// Who has the address and does not share it with this Service.
    Optional<Holder> inTheWay(IpAddress address, ServiceView service) {
        return taken.holder(address, service).filter(holder -> !holder.shareable() || !tenants.admit(address, service));
    }

    /// Why the Service cannot join those who have the address; of interest to those alone who ask to share.
    Optional<SharingObstacle> obstacle(IpAddress address, ServiceView service) {
        return SharingRules.key(service).flatMap(_ -> tenants.obstacle(address, service));
    }

    /// Addresses of others with the same key that the Service may join, lowest first.
    Stream<IpAddress> open(ServiceView service) {
        return tenants.ofSameKey(service).stream()
                .filter(address -> address.family() == Families.of(service)
                        && inTheWay(address, service).isEmpty());
    }
}
