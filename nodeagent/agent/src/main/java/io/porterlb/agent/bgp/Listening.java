package io.porterlb.agent.bgp;

import io.porterlb.desired.plan.ListenPlan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.SpeakerPlan;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the BGP library is to listen.
public final class Listening {
    private Listening() {}

    /// Empty where a plan has the node listen nowhere; the unspecified address stands for all of the node's.
    public static Set<InetSocketAddress> addresses(NodePlan plan) {
        return plan.speaker()
                .flatMap(SpeakerPlan::listen)
                .map(Listening::addresses)
                .orElse(Set.of());
    }

    private static Set<InetSocketAddress> addresses(ListenPlan listen) {
        if (listen.addresses().isEmpty()) {
            return Set.of(new InetSocketAddress(listen.port()));
        }
        return listen.addresses().stream()
                .map(address -> new InetSocketAddress(address.toInetAddress(), listen.port()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
