package io.porterlb.desired.allocation;

import io.porterlb.desired.view.ServiceView;

/// Which Services are ours.
record ServiceFilter(AllocatorSettings settings) {
    /// Whether it wants an address of us.
    boolean serves(ServiceView service) {
        return !service.deleting() && service.loadBalancer() && handles(service);
    }

    /// Whether it is, or would be, for us rather than for another load balancer, whatever its type now.
    boolean handles(ServiceView service) {
        return classMatches(service) && annotated(service);
    }

    private boolean classMatches(ServiceView service) {
        return settings.loadBalancerClass()
                .map(wanted ->
                        service.loadBalancerClass().filter(wanted::equals).isPresent())
                .orElseGet(() -> service.loadBalancerClass()
                        .map(AllocatorSettings.OWN_CLASS::equals)
                        .orElse(true));
    }

    private boolean annotated(ServiceView service) {
        return !settings.requireAnnotation()
                || Annotations.OPENELB_VALUE.equals(service.annotations().get(Annotations.OPENELB));
    }
}
