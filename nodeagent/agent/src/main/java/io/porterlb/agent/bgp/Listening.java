package io.porterlb.agent.bgp;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.ListenPlan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.SpeakerPlan;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the BGP library is to listen.
public final class Listening {
    /// A socket of the library serves one family, so that all addresses take two.
    private static final List<IpAddress> ALL = List.of(IpAddress.of("0.0.0.0"), IpAddress.of("::"));

    private Listening() {}

    /// Empty where a plan has the node listen nowhere; the unspecified address of a family stands for all of the
    /// node's of that family.
    public static Set<InetSocketAddress> addresses(NodePlan plan) {
        return plan.speaker()
                .flatMap(SpeakerPlan::listen)
                .map(Listening::addresses)
                .orElse(Set.of());
    }

    private static Set<InetSocketAddress> addresses(ListenPlan listen) {
        List<IpAddress> addresses = listen.addresses().isEmpty() ? ALL : listen.addresses();
        return addresses.stream()
                .map(address -> new InetSocketAddress(address.toInetAddress(), listen.port()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
