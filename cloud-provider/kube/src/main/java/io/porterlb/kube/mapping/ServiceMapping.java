package io.porterlb.kube.mapping;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServicePort;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.ObjectMeta;
import io.porterlb.kube.resource.ServiceResource;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Service to [ServiceView].
public final class ServiceMapping {
    /// As long as the whole object, and it means nothing to us.
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private ServiceMapping() {}

    public static ServiceView view(ServiceResource service) {
        ObjectMeta metadata = service.metadata();
        ServiceResource.Spec spec = service.spec();
        ServiceResource.Status status = Json.read(service.status(), ServiceResource.Status.class);
        return new ServiceView(
                new ServiceKey(metadata.namespace(), metadata.name()),
                metadata.uid(),
                created(metadata),
                metadata.deleting(),
                spec.type().equals("LoadBalancer"),
                nonEmpty(spec.loadBalancerClass()),
                families(spec.ipFamilies()),
                policy(spec.ipFamilyPolicy()),
                nonEmpty(spec.loadBalancerIP()),
                spec.externalIPs(),
                ports(spec.ports()),
                spec.externalTrafficPolicy().equals("Local") ? TrafficPolicy.LOCAL : TrafficPolicy.CLUSTER,
                spec.sessionAffinity().equals("ClientIP"),
                spec.selector(),
                annotations(metadata.annotations()),
                metadata.labels(),
                metadata.finalizers(),
                ingress(status.ingress()),
                conditions(status.conditions()));
    }

    /// The API server sets it on every object, to the second.
    static Instant created(ObjectMeta metadata) {
        return Optional.ofNullable(metadata.creationTimestamp())
                .map(Instant::parse)
                .orElse(Instant.EPOCH);
    }

    private static Optional<String> nonEmpty(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isEmpty());
    }

    private static List<IpFamily> families(List<String> names) {
        return names.stream().flatMap(name -> family(name).stream()).toList();
    }

    /// By the name that Services and EndpointSlices give it.
    static Optional<IpFamily> family(String name) {
        return switch (name) {
            case "IPv4" -> Optional.of(IpFamily.V4);
            case "IPv6" -> Optional.of(IpFamily.V6);
            default -> Optional.empty();
        };
    }

    private static IpFamilyPolicy policy(String name) {
        return switch (name) {
            case "PreferDualStack" -> IpFamilyPolicy.PREFER_DUAL_STACK;
            case "RequireDualStack" -> IpFamilyPolicy.REQUIRE_DUAL_STACK;
            default -> IpFamilyPolicy.SINGLE_STACK; // also where absent, for a Service without selector
        };
    }

    private static Set<ServicePort> ports(List<ServiceResource.Port> ports) {
        return ports.stream()
                .map(p -> new ServicePort(p.protocol() == null ? "TCP" : p.protocol(), p.port()))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> annotations(Map<String, String> annotations) {
        Map<String, String> kept = new HashMap<>(annotations);
        kept.remove(LAST_APPLIED);
        return kept;
    }

    private static List<String> ingress(List<ServiceResource.Ingress> ingress) {
        return ingress.stream()
                .flatMap(entry -> address(entry).or(() -> nonEmpty(entry.hostname())).stream())
                .toList();
    }

    private static Map<String, String> conditions(List<ServiceResource.Condition> conditions) {
        return conditions.stream()
                .filter(condition -> condition.type().startsWith(Condition.OURS))
                .collect(Collectors.toMap(
                        ServiceResource.Condition::type, ServiceResource.Condition::message, (_, last) -> last));
    }

    /// In the mode `Proxy` kube-proxy has no rules for an address (`IsVIPMode` in `pkg/proxy/util` of Kubernetes), so
    /// it is not what we wrote, and no address of ours.
    private static Optional<String> address(ServiceResource.Ingress entry) {
        return nonEmpty(entry.ip())
                .map(ip -> nonEmpty(entry.ipMode())
                        .filter(mode -> !mode.equals("VIP"))
                        .map(mode -> ip + " (ipMode " + mode + ")")
                        .orElse(ip));
    }
}
