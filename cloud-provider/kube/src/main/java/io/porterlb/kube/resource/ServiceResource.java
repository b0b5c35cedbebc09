package io.porterlb.kube.resource;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Service (core/v1). `status` stays a tree, because what others wrote there is written again; as [Status] it is
/// read.
public record ServiceResource(ObjectMeta metadata, Spec spec, JsonObject status) implements Resource {
    public ServiceResource {
        metadata = ObjectMeta.orNone(metadata);
        spec = spec == null ? Spec.NONE : spec;
        status = status == null ? new JsonObject() : status;
    }

    /// `spec`.
    public record Spec(
            String type,
            @Nullable String loadBalancerClass,
            List<String> ipFamilies,
            String ipFamilyPolicy,
            @Nullable String loadBalancerIP,
            List<String> externalIPs,
            List<Port> ports,
            String externalTrafficPolicy,
            String sessionAffinity,
            Map<String, String> selector) {
        static final Spec NONE = new Spec("", null, List.of(), "", null, List.of(), List.of(), "", "", Map.of());

        public Spec {
            type = Absent.text(type);
            ipFamilies = Absent.list(ipFamilies);
            ipFamilyPolicy = Absent.text(ipFamilyPolicy);
            externalIPs = Absent.list(externalIPs);
            ports = Absent.list(ports);
            externalTrafficPolicy = Absent.text(externalTrafficPolicy);
            sessionAffinity = Absent.text(sessionAffinity);
            selector = Absent.map(selector);
        }
    }

    /// One entry of `spec.ports`.
    public record Port(@Nullable String protocol, int port) {}

    /// `status`, what matters of it here.
    public record Status(@Nullable LoadBalancer loadBalancer, List<Condition> conditions) {
        public Status {
            conditions = Absent.list(conditions);
        }

        /// `status.loadBalancer.ingress`.
        public List<Ingress> ingress() {
            return loadBalancer == null ? List.of() : loadBalancer.ingress();
        }
    }

    /// One entry of `status.conditions`.
    public record Condition(String type, String message) {
        public Condition {
            type = Absent.text(type);
            message = Absent.text(message);
        }
    }

    /// `status.loadBalancer`.
    public record LoadBalancer(List<Ingress> ingress) {
        public LoadBalancer {
            ingress = Absent.list(ingress);
        }
    }

    /// One entry of `status.loadBalancer.ingress`; an entry by host name has no `ip`.
    public record Ingress(
            @Nullable String ip,
            @Nullable String hostname,
            @Nullable String ipMode) {}
}
