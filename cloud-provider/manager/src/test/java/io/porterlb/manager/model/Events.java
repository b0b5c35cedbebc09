package io.porterlb.manager.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.test.cluster.KubernetesApi;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the owners of Services were told.
///
/// @param byUid messages
record Events(Map<String, List<String>> byUid) {
    static Events read(KubernetesApi api) {
        return new Events(ClusterState.list(api, "/api/v1/events").stream()
                .collect(groupingBy(
                        event -> event.text("involvedObject", "uid"),
                        mapping(event -> event.text("message"), toList()))));
    }

    boolean tell(String uid, String part) {
        return part.isEmpty()
                || byUid.getOrDefault(uid, List.of()).stream().anyMatch(message -> message.contains(part));
    }

    long count(String part) {
        return byUid.values().stream()
                .flatMap(List::stream)
                .filter(message -> message.contains(part))
                .count();
    }

    /// Services that do not have what they ask for, and were not told why.
    Stream<String> missing(ClusterState state) {
        Map<String, List<Stored>> owned = state.byOwner();
        return state.services().stream()
                .filter(ServiceState::ours)
                .filter(service -> !tell(service.uid(), news(service, owned.getOrDefault(service.uid(), List.of()))))
                .map(service -> service.key() + " was not told why");
    }

    /// What must be in an event; nothing, where all is well.
    private static String news(ServiceState service, List<Stored> own) {
        if (own.isEmpty()) {
            return service.ingress().stream()
                    .findFirst()
                    .map(foreign -> new ServiceProblem.ForeignAddress(foreign).message())
                    .or(() -> service.refusal().map(why -> why.text("message")))
                    .orElse("");
        }
        List<String> families = own.stream().map(ClusterState::family).toList();
        return service.families().stream()
                .filter(family -> !families.contains(family))
                .findFirst()
                .map(family -> "The Service has no " + family + " address")
                .orElseGet(() -> other(service.wantedAddress(), own));
    }

    /// Where it keeps another address than it asks for.
    private static String other(String wanted, List<Stored> own) {
        List<IpAddress> addresses =
                own.stream().map(ClusterState::address).map(IpAddress::of).toList();
        if (wanted.isEmpty() || addresses.contains(IpAddress.of(wanted))) {
            return "";
        }
        IpAddress kept = addresses.stream()
                .filter(address -> address.family() == IpAddress.of(wanted).family())
                .findFirst()
                .orElse(addresses.getFirst());
        return "The Service keeps " + kept + " and not what it asks for";
    }
}
