package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.problem.SharingObstacle;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether an address that somebody has is open to one more Service.
record Sharing(Taken taken, Tenants tenants) {
    /// Who has an address and does not share it with a Service.
    ///
    /// @param obstacle why not; of interest to those alone who ask to share
    record InTheWay(Holder holder, Optional<SharingObstacle> obstacle) {}

    Optional<InTheWay> inTheWay(IpAddress address, ServiceView service) {
        return taken.holder(address, service).flatMap(holder -> inTheWay(holder, address, service));
    }

    private Optional<InTheWay> inTheWay(Holder holder, IpAddress address, ServiceView service) {
        List<ServiceView> others = tenants.others(address, service);
        if (!holder.shareable() || others.isEmpty()) {
            return Optional.of(new InTheWay(holder, Optional.empty()));
        }
        return tenants.obstacle(address, service, others)
                .map(why -> new InTheWay(holder, SharingRules.key(service).map(_ -> why)));
    }

    /// Addresses of others with the same key that the Service may join, lowest first.
    Stream<IpAddress> open(Want want) {
        return tenants.open(want.service())
                .filter(address -> address.family() == want.family()
                        && inTheWay(address, want.service()).isEmpty());
    }

    /// What is in the way at an address of others with the same key, of the wanted family.
    Optional<SharingObstacle> obstacle(Want want) {
        return tenants.ofSameKey(want.service())
                .filter(address -> address.family() == want.family())
                .flatMap(address -> inTheWay(address, want.service()).flatMap(InTheWay::obstacle).stream())
                .findFirst();
    }
}
