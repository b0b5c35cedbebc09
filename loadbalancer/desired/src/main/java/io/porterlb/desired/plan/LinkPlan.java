package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;

/// An Eip whose addresses are answered for on a link.
///
/// @param networkInterface which one, as the Eip has it: a name, `can_reach:` and an address, or nothing
/// @param example an address of it, whether a Service has it or not
public record LinkPlan(String eip, String networkInterface, IpAddress example) implements Comparable<LinkPlan> {
    @Override
    public int compareTo(LinkPlan other) {
        return eip.compareTo(other.eip);
    }
}
