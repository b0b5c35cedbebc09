package io.porterlb.manager.cloud;

import io.porterlb.desired.allocation.Notice;
import io.porterlb.desired.problem.Problem;
import java.util.Optional;
import java.util.Set;

/// The answer to {@link LoadBalancer#ensureLoadBalancer}; [RetryLater] is one too.
public sealed interface Ensured permits Ensured.Ready, Ensured.Refused, Ensured.ImplementedElsewhere, RetryLater {
    /// It is there, and begins to work when the Service's status shows it.
    ///
    /// @param eip the Eip that its first address comes from
    /// @param hosts names of the nodes that carry its traffic
    /// @param unmet why it is not what the Service asks for
    record Ready(LoadBalancerStatus status, String eip, Set<String> hosts, Optional<Notice> unmet) implements Ensured {
        public Ready {
            hosts = Set.copyOf(hosts);
        }
    }

    /// There can be none, until somebody changes something. Nothing is left of an earlier one.
    record Refused(Problem problem) implements Ensured {}

    /// Another controller has made one, so nothing may be written on the Service; what was said on it comes off.
    /// Kubernetes' error of that name.
    record ImplementedElsewhere() implements Ensured {}
}
