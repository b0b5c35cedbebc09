package io.porterlb.porterctl.diagnose;

import io.porterlb.desired.allocation.AllocatorSettings;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.kube.ObjectCondition;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is wrong with objects of the API server, as their status says. Pure.
final class ObjectTroubles {
    private ObjectTroubles() {}

    /// Conditions that are not True, which is the good side of each. A BgpPeer that is not ready is left out where the
    /// sessions that it speaks of are reported one by one.
    static Stream<Finding> conditions(List<ObjectCondition> all, Collection<NodeReport> reports) {
        Set<String> reported = reports.stream()
                .flatMap(report -> report.sessions().stream())
                .filter(session -> !session.state().equals("ESTABLISHED"))
                .map(SessionReport::peer)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(on -> !on.condition().status())
                .filter(on -> !(on.kind().equals("BgpPeer")
                        && on.condition().type().equals(Condition.READY)
                        && reported.contains(on.name())))
                .map(on -> new Finding(on.kind() + " " + on.name(), sentence(on.condition())));
    }

    private static String sentence(Condition condition) {
        String what = condition.type() + " is not True (" + condition.reason() + ")";
        return condition.message().isEmpty() ? what + "." : what + ": " + condition.message();
    }

    /// Services that have no address, and nothing on them says why.
    static Stream<Finding> waiting(Collection<ServiceView> services) {
        return services.stream()
                .filter(service -> service.loadBalancer() && !service.deleting())
                .filter(service ->
                        service.ingress().isEmpty() && service.conditions().isEmpty())
                .filter(ObjectTroubles::mayBeOurs)
                .map(service -> new Finding(
                        "Service " + service.key(),
                        "it has no address yet, and nothing on it says why: see whether porter-manager runs."));
    }

    private static boolean mayBeOurs(ServiceView service) {
        return service.loadBalancerClass()
                .map(AllocatorSettings.OWN_CLASS::equals)
                .orElse(true);
    }
}
