package io.porterlb.agent.bfd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.agent.Plans;
import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.desired.plan.BfdPlan;
import io.porterlb.desired.plan.NeighborPlan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PeerPlan;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BfdPlansTest {
    private static final IpAddress ROUTER = IpAddress.of("192.0.2.1");

    private static PeerPlan peer(String name, NeighborPlan neighbor, OptionalInt minimumTtl) {
        return Plans.peer(name, neighbor, Optional.of(new BfdPlan(50, 5, false, minimumTtl)));
    }

    private static NeighborPlan at(IpAddress address) {
        return new NeighborPlan.At(address, Optional.empty());
    }

    private static BfdPlans plans(PeerPlan... peers) {
        return BfdPlans.of(Plans.node(peers), Map.of());
    }

    @Test
    void aPeerThatAsksForBfdHasASession() {
        assertEquals(
                Set.of(
                        BfdSessionConfig.singleHop("192.0.2.1", ROUTER).every(Duration.ofMillis(50), 5),
                        BfdSessionConfig.multihop("198.51.100.1 multihop", IpAddress.of("198.51.100.1"), 250)
                                .every(Duration.ofMillis(50), 5)),
                plans(
                                peer("near", at(ROUTER), OptionalInt.empty()),
                                peer("far", at(IpAddress.of("198.51.100.1")), OptionalInt.of(250)),
                                Plans.peer("without", at(IpAddress.of("192.0.2.9"))))
                        .sessions());
    }

    @Test
    void peersThatLeadToTheSameRouterShareASession() {
        BfdPlans plans = plans(peer("a", at(ROUTER), OptionalInt.empty()), peer("b", at(ROUTER), OptionalInt.empty()));
        assertEquals(1, plans.sessions().size());
        assertEquals(Map.of("192.0.2.1", Set.of("a", "b")), plans.peers());
        assertEquals(Map.of("a", "192.0.2.1", "b", "192.0.2.1"), plans.sessionByPeer());
    }

    @Test
    void aSessionStaysItselfWhenTheFirstOfItsPeersLeaves() {
        PeerPlan stays = peer("b", at(ROUTER), OptionalInt.empty());
        assertEquals(
                plans(stays).sessions(),
                plans(peer("a", at(ROUTER), OptionalInt.empty()), stays).sessions());
    }

    @Test
    void everyWayIsASessionOfItsOwn() {
        NeighborPlan eth1 = new NeighborPlan.At(ROUTER, Optional.of("eth1"));
        BfdPlans plans = plans(
                peer("plain", at(ROUTER), OptionalInt.empty()),
                peer("far", at(ROUTER), OptionalInt.of(250)),
                peer("link", eth1, OptionalInt.empty()),
                peer("other", at(IpAddress.of("192.0.2.2")), OptionalInt.empty()));
        assertEquals(
                Set.of("192.0.2.1", "192.0.2.1 multihop", "192.0.2.1 on eth1", "192.0.2.2"),
                plans.peers().keySet());
        assertEquals(4, plans.sessions().size());
    }

    @Test
    void aRouterThatIsKnownByItsLinkHasASessionOnceItIsFound() {
        NodePlan plan = Plans.node(peer("leaf", new NeighborPlan.OnLink("eth1"), OptionalInt.empty()));
        assertTrue(BfdPlans.of(plan, Map.of()).sessions().isEmpty());
        IpAddress found = IpAddress.of("fe80::1");
        BfdSessionConfig session =
                BfdPlans.of(plan, Map.of("leaf", found)).sessions().iterator().next();
        assertEquals(found, session.peer());
        assertEquals(Optional.of("eth1"), session.interfaceName());
    }
}
