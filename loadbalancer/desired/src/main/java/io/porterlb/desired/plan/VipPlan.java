package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.ServicePort;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// An address of Services, as the kernel of every node has to know it.
///
/// @param ports those of all its Services, in order, each once
public record VipPlan(IpAddress address, List<ServicePort> ports) implements Comparable<VipPlan> {
    private static final Comparator<ServicePort> BY_PROTOCOL =
            Comparator.comparing(ServicePort::protocol).thenComparingInt(ServicePort::port);

    public VipPlan {
        ports = List.copyOf(ports);
    }

    static VipPlan of(IpAddress address, Collection<ServicePort> ports) {
        return new VipPlan(
                address, ports.stream().distinct().sorted(BY_PROTOCOL).toList());
    }

    @Override
    public int compareTo(VipPlan other) {
        return address.compareTo(other.address);
    }
}
