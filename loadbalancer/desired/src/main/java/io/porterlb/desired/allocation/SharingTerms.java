package io.porterlb.desired.allocation;

import io.porterlb.desired.hash.ShortHash;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServicePort;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All of a Service that decides with whom it may share an address. A record keeps their hash as it was when the
/// Service was let in. So it shows, even to a manager that has just started, which of two that no longer fit changed.
///
/// @param key of the annotation, never empty
/// @param selector which Pods, where that decides about nodes; their namespace is that of the owner
/// @param ports in order
public record SharingTerms(
        String key, TrafficPolicy policy, SortedMap<String, String> selector, List<ServicePort> ports) {
    public SharingTerms {
        ports = List.copyOf(ports);
    }

    /// A Service as a record names it now.
    public static AddressRecord.Owner owner(ServiceView service) {
        String hash =
                SharingRules.key(service).map(key -> of(key, service).hash()).orElse("");
        return new AddressRecord.Owner(service.key(), service.uid(), hash);
    }

    private static SharingTerms of(String key, ServiceView service) {
        return new SharingTerms(
                key,
                service.externalTrafficPolicy(),
                new TreeMap<>(selector(service)),
                service.ports().stream().sorted(SharingRules.BY_PORT).toList());
    }

    private static Map<String, String> selector(ServiceView service) {
        return switch (service.externalTrafficPolicy()) {
            case CLUSTER -> Map.of();
            case LOCAL -> service.selector();
        };
    }

    private String hash() {
        return ShortHash.of(Stream.of(this));
    }
}
