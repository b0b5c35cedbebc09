package io.porterlb.desired.allocation;

import java.util.Optional;

/// Which Services are served.
///
/// @param loadBalancerClass only Services of this class; empty: those without class, and those of [#OWN_CLASS]
/// @param requireAnnotation only Services with the annotation [Annotations#OPENELB], as in OpenELB
public record AllocatorSettings(Optional<String> loadBalancerClass, boolean requireAnnotation) {
    /// `spec.loadBalancerClass` that is always ours.
    public static final String OWN_CLASS = "porterlb.io/porter";

    public static final AllocatorSettings DEFAULT = new AllocatorSettings(Optional.empty(), false);
}
