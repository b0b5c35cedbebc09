package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Which addresses one node announces over BGP: those that a record gives to a Service whose status shows them too.
/// Where several Services are at an address, all of them must be reachable through the node.
record Announcing(ClusterView view, String node) {
    List<PlannedRoute> routes() {
        return view.records().values().stream()
                .filter(this::overBgp)
                .flatMap(record -> route(record).stream())
                .sorted()
                .toList();
    }

    /// An Eip that is gone stops nothing.
    private boolean overBgp(AddressRecord record) {
        EipView eip = view.eips().get(record.eip());
        return eip == null || Pool.protocolOf(eip).equals("bgp");
    }

    private Optional<PlannedRoute> route(AddressRecord record) {
        List<ServiceView> services = claimants(record);
        if (services.isEmpty() || !services.stream().allMatch(this::reachable)) {
            return Optional.empty();
        }
        List<ServiceKey> keys = services.stream().map(ServiceView::key).sorted().toList();
        return Optional.of(new PlannedRoute(Prefix.host(record.address()), keys));
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

    private boolean reachable(ServiceView service) {
        return switch (service.externalTrafficPolicy()) {
            case CLUSTER -> true;
            case LOCAL ->
                LocalEndpoints.at(
                        node, Objects.requireNonNullElse(view.endpoints().get(service.key()), List.of()));
        };
    }
}
