package io.porterlb.manager.cloud;

/// The answer to {@link LoadBalancer#ensureLoadBalancerDeleted}; [RetryLater] is one too.
public sealed interface Deleted permits Deleted.Gone, RetryLater {
    /// Nothing is left.
    record Gone() implements Deleted {}
}
