package io.porterlb.desired.plan;

import io.porterlb.desired.view.ServiceView;
import java.util.List;

/// Which addresses are to have each client meet one node: those of Services with `sessionAffinity: ClientIP`.
/// kube-proxy keeps that promise on each node for itself, so connections of one client that a router sends to
/// different nodes reach different Pods.
public final class Affinity {
    /// On a Service, with the value [#ECMP]: routers spread its clients over all nodes all the same.
    public static final String ANNOTATION = "porterlb.io/affinity";

    /// The value of [#ANNOTATION] that counts.
    public static final String ECMP = "ecmp";

    private Affinity() {}

    /// Whether any of the Services at an address asks for it.
    static boolean wanted(List<ServiceView> services) {
        return services.stream().anyMatch(Affinity::wanted);
    }

    private static boolean wanted(ServiceView service) {
        return service.clientIpAffinity()
                && !service.annotations().getOrDefault(ANNOTATION, "").strip().equals(ECMP);
    }
}
