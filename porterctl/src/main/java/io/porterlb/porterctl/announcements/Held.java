package io.porterlb.porterctl.announcements;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An address that somebody is to announce: a record gives it to Services whose status shows it.
///
/// @param services `namespace/name`, in order, at least one
record Held(IpAddress address, List<String> services) {
    /// All of them, by address.
    static List<Held> of(List<ServiceView> services, List<AddressRecord> records) {
        Map<ServiceKey, ServiceView> byKey =
                services.stream().collect(Collectors.toMap(ServiceView::key, Function.identity()));
        return records.stream()
                .map(record -> new Held(record.address(), holders(record, byKey)))
                .filter(held -> !held.services().isEmpty())
                .sorted(Comparator.comparing(Held::address))
                .toList();
    }

    private static List<String> holders(AddressRecord record, Map<ServiceKey, ServiceView> services) {
        return record.owners().stream()
                .flatMap(owner -> Stream.ofNullable(services.get(owner.service())))
                .filter(service -> record.names(service) && shows(service, record.address()))
                .map(service -> service.key().toString())
                .distinct() // a record may name a former one of that name too
                .sorted()
                .toList();
    }

    private static boolean shows(ServiceView service, IpAddress address) {
        return service.loadBalancer()
                && !service.deleting()
                && service.ingress().stream()
                        .anyMatch(text ->
                                IpAddress.parse(text).filter(address::equals).isPresent());
    }
}
