package io.porterlb.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.MessageCounters;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionState;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.NeighborPlan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.problem.PeerProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SessionsSettledTest {
    private static final NodePlan TWO_PEERS = Plans.node(
            Plans.peer("leaf1", new NeighborPlan.At(IpAddress.of("192.0.2.1"), Optional.empty())),
            Plans.peer("leaf2", new NeighborPlan.At(IpAddress.of("192.0.2.2"), Optional.empty())));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final List<PeerStatus> statuses = new ArrayList<>();
    private final SessionsSettled settled = new SessionsSettled(now::get, () -> statuses);

    private Optional<String> trouble() {
        return settled.check().trouble().get();
    }

    private void up(String peer) {
        statuses.add(new PeerStatus(
                peer,
                Optional.empty(),
                SessionState.ESTABLISHED,
                Instant.EPOCH,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                MessageCounters.NONE));
    }

    @Test
    void notBeforeThereIsAPlan() {
        assertTrue(trouble().isPresent());
    }

    @Test
    void aNodeWithoutSessionsIsReadyWithItsPlan() {
        settled.applied(NodePlan.none("node1"));
        assertEquals(Optional.empty(), trouble());
    }

    @Test
    void thoseThatAreNotUpAreNamed() {
        settled.applied(TWO_PEERS);
        up("leaf1");
        assertEquals(Optional.of("BGP is not up yet with: leaf2."), trouble());
        up("leaf2");
        assertEquals(Optional.empty(), trouble());
    }

    @Test
    void aPeerWhosePasswordIsNotReadYetIsWaitedFor() {
        PeerProblem unread = new PeerProblem.PasswordSecretUnread("porterlb-system", "leaf1");
        settled.applied(new NodePlan(
                "node1", Optional.empty(), List.of(), Layer2Plan.NONE, List.of(), Map.of("leaf1", unread), List.of()));
        assertEquals(Optional.of("BGP is not up yet with: leaf1."), trouble());
        settled.applied(TWO_PEERS);
        up("leaf1");
        up("leaf2");
        assertEquals(Optional.empty(), trouble());
    }

    @Test
    void aSessionThatFailsLaterChangesNothing() {
        settled.applied(TWO_PEERS);
        up("leaf1");
        up("leaf2");
        assertEquals(Optional.empty(), trouble());
        statuses.clear();
        assertEquals(Optional.empty(), trouble());
    }

    @Test
    void aRouterThatDoesNotAnswerIsWaitedForSoLongOnly() {
        settled.applied(TWO_PEERS);
        now.set(Instant.EPOCH.plus(SessionsSettled.PATIENCE).minusMillis(1));
        assertTrue(trouble().isPresent());
        now.set(Instant.EPOCH.plus(SessionsSettled.PATIENCE));
        assertEquals(Optional.empty(), trouble());
    }
}
