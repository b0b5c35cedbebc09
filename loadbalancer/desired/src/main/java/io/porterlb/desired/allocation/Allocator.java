package io.porterlb.desired.allocation;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceView;
import java.util.Optional;

/// Which Service holds which address. A pure function: the same view gives the same answer, whatever happened before,
/// in time that grows with the number of Services, records and Eips, not with the size of the Eips.
///
/// 1. A record keeps its address with its Service. Those that have changed since they were let in to share one
///    come last, and leave if they no longer fit, even where one in their way moves later on (in 3).
/// 2. An address that only a Service's status reports is taken back, for all Services before any new one is given out.
/// 3. Explicit requests: an address or an Eip by name. A Service that holds another address moves if it can.
/// 4. Everyone else.
///
/// In each round the oldest Service comes first. So a restart moves no address.
///
/// A dual-stack Service is two of these in each round, one for each family, from different Eips. What it cannot have of
/// one family takes nothing from the other, unless it requires both: then it gets both at once or none. What it holds
/// already it keeps in any case.
public final class Allocator {
    private Allocator() {}

    /// The field or annotation by which a Service asks for what it holds, or for its Eip; empty where it asks for
    /// neither.
    public static Optional<String> asks(ServiceView service, Holding holding) {
        return Request.of(service).source(holding.address(), holding.eip());
    }

    public static Assignments allocate(ClusterView view, AllocatorSettings settings) {
        return new Allocation(view, settings).run();
    }
}
