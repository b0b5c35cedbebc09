package io.porterlb.agent.bgp;

import io.porterlb.bgp.TcpPassword;
import io.porterlb.bgp.TimeToLive;
import io.porterlb.bgp.Transport;
import io.porterlb.desired.plan.TransportPlan;
import io.porterlb.desired.plan.TransportPlan.Hops;

/// Turns what a plan says of a TCP connection into the words of the BGP library.
final class Transports {
    private Transports() {}

    static Transport transport(TransportPlan plan) {
        return new Transport(
                plan.port(),
                plan.passive(),
                plan.localAddress(),
                timeToLive(plan.hops()),
                plan.password().map(found -> TcpPassword.of(found.password().reveal())));
    }

    private static TimeToLive timeToLive(Hops hops) {
        return switch (hops) {
            case Hops.Direct _ -> new TimeToLive.Default();
            case Hops.Multihop multihop -> new TimeToLive.Multihop(multihop.ttl());
            case Hops.Security security -> new TimeToLive.Security(security.hops());
        };
    }
}
