package io.porterlb.manager.model;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.problem.ServiceProblem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Services that do not have what they ask for, and were not told why.
///
/// @param before the last quiet point
record Untold(ClusterState before, ClusterState after, Ledger ledger, Events events) {
    /// Each as a sentence without a full stop.
    Stream<String> violations() {
        Map<String, List<Stored>> owned = after.byOwner();
        return after.services().stream()
                .filter(ServiceState::ours)
                .filter(service ->
                        !events.tell(service.uid(), news(service, owned.getOrDefault(service.uid(), List.of()))))
                .filter(service -> !isLost(service))
                .map(service -> service.key() + " was not told why");
    }

    /// A refusal is said once, when the condition that says it too is written: where a manager is stopped then, the
    /// event may be missing from then on.
    private boolean isLost(ServiceState service) {
        return service.refusal().isPresent()
                && (ledger.isDisturbed()
                        || before.services().stream()
                                .filter(then -> then.uid().equals(service.uid()))
                                .anyMatch(then -> then.refusal().equals(service.refusal())));
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
