package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.ServiceKey;
import java.util.List;
import java.util.Set;

/// An address that one node is to answer for on its link. It is the same in the plan of every node; which one it is,
/// they agree on among themselves.
///
/// @param eip name of the one that has it, or had it while it was there
/// @param nodes that may, by name; at least one
/// @param silent whether no node has answered for it for a while, as a Service at it says: who gets it now interrupts
///     nothing by asking the link first, and it may be another machine that has it
/// @param services all that are at it, in order
public record AnswerPlan(IpAddress address, String eip, Set<String> nodes, boolean silent, List<ServiceKey> services)
        implements Comparable<AnswerPlan> {
    public AnswerPlan {
        services = List.copyOf(services);
    }

    @Override
    public int compareTo(AnswerPlan other) {
        return address.compareTo(other.address);
    }
}
