package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.problem.ServiceProblem;

/// The answer to a Service that wants an address.
sealed interface Grant {
    record Given(IpAddress address, Pool pool) implements Grant {}

    record Denied(ServiceProblem problem) implements Grant {}
}
