package io.porterlb.agent.rules;

import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.VipPlan;
import io.porterlb.desired.view.ServicePort;
import io.porterlb.rules.Port;
import io.porterlb.rules.Protocol;
import io.porterlb.rules.Vip;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns what a plan says of addresses into the words of the library of rules.
public final class Vips {
    private Vips() {}

    /// The addresses that the kernel has to know.
    public static Set<Vip> of(NodePlan plan) {
        return plan.vips().stream().map(Vips::vip).collect(Collectors.toUnmodifiableSet());
    }

    private static Vip vip(VipPlan plan) {
        return new Vip(plan.address(), plan.ports().stream().map(Vips::port).collect(Collectors.toUnmodifiableSet()));
    }

    private static Port port(ServicePort port) {
        return new Port(Protocol.valueOf(port.protocol()), port.port());
    }
}
