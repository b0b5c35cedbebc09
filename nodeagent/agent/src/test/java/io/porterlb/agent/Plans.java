package io.porterlb.agent;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.plan.BfdPlan;
import io.porterlb.desired.plan.FamilyPlan;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.NeighborPlan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PeerPlan;
import io.porterlb.desired.plan.RestartPlan;
import io.porterlb.desired.plan.SpeakerPlan;
import io.porterlb.desired.plan.TimersPlan;
import io.porterlb.desired.plan.TransportPlan;
import io.porterlb.desired.view.RoutePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plans for tests.
public final class Plans {
    private Plans() {}

    public static PeerPlan peer(String name, NeighborPlan neighbor) {
        return peer(name, neighbor, Optional.empty());
    }

    public static PeerPlan peer(String name, NeighborPlan neighbor, Optional<BfdPlan> bfd) {
        return new PeerPlan(
                name,
                neighbor,
                65001,
                65000,
                new TransportPlan(179, false, Optional.empty(), new TransportPlan.Hops.Direct(), Optional.empty()),
                new TimersPlan(9, 3, 5),
                List.of(new FamilyPlan(IpFamily.V4, 0)),
                RestartPlan.OFF,
                bfd,
                Optional.empty(),
                RoutePolicy.NONE,
                false);
    }

    public static NodePlan node(PeerPlan... peers) {
        SpeakerPlan speaker = new SpeakerPlan(65000, IpAddress.of("192.0.2.10"), Optional.empty(), List.of(peers));
        return new NodePlan("node1", Optional.of(speaker), List.of(), Layer2Plan.NONE, List.of(), Map.of(), List.of());
    }
}
