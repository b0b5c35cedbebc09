package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which addresses are in use: those that a record gives to a Service whose status shows them too.
///
/// @param pools the Eips of the view
record Addresses(ClusterView view, Pools pools) {
    Addresses(ClusterView view) {
        this(view, Pools.of(view.eips()));
    }

    /// One of them.
    ///
    /// @param eip that has it; where none has, that it was taken from; empty if that is gone, which stops nothing
    /// @param pool name of that Eip, be it gone or not
    /// @param services all that are at it, at least one
    record Shown(IpAddress address, Optional<EipView> eip, String pool, List<ServiceView> services) {
        /// Whether this brings traffic for it to nodes. Where the Eip is gone, nobody knows what did, so all go on.
        boolean isBroughtBy(BackEnd backEnd) {
            return eip.isEmpty() || BackEnd.of(eip) == backEnd;
        }
    }

    List<Shown> shown() {
        return view.records().values().stream()
                .map(this::shown)
                .filter(shown -> !shown.services().isEmpty())
                .toList();
    }

    private Shown shown(AddressRecord record) {
        Optional<EipView> eip = eip(record);
        return new Shown(record.address(), eip, eip.map(EipView::name).orElse(record.eip()), claimants(record));
    }

    private Optional<EipView> eip(AddressRecord record) {
        return pools.origin(record.address(), record.eip())
                .or(() -> pools.named(record.eip()))
                .map(Pool::eip);
    }

    private List<ServiceView> claimants(AddressRecord record) {
        return record.owners().stream()
                .flatMap(owner -> Stream.ofNullable(view.services().get(owner.service()))
                        .filter(service -> service.uid().equals(owner.uid())))
                .filter(service -> service.loadBalancer() && !service.deleting() && reports(service, record.address()))
                .toList();
    }

    private static boolean reports(ServiceView service, IpAddress address) {
        return service.ingress().stream()
                .anyMatch(text -> IpAddress.parse(text).filter(address::equals).isPresent());
    }
}
