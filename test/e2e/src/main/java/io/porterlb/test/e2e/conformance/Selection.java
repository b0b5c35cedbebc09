package io.porterlb.test.e2e.conformance;

/// A part of Kubernetes' end-to-end suite.
enum Selection {
    /// What a load balancer is asked: all that names the feature, and the one that has the type in its name only.
    LOAD_BALANCER {
        @Override
        boolean takes(Spec spec) {
            return spec.says("[Feature:LoadBalancer]") || spec.says("Type LoadBalancer");
        }
    },
    /// What every cluster must do with Services, Pods' networks and DNS, and goes on doing with PorterLB in it.
    NETWORK_CONFORMANCE {
        @Override
        boolean takes(Spec spec) {
            return spec.says("[sig-network]") && spec.says("[Conformance]") && !spec.says("[Serial]");
        }
    };

    abstract boolean takes(Spec spec);
}
