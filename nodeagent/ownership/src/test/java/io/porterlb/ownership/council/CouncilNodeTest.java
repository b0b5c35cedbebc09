package io.porterlb.ownership.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Eligibility;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Lease;
import io.porterlb.ownership.Member;
import io.porterlb.ownership.Timing;
import io.porterlb.ownership.message.Message.Acknowledgement;
import io.porterlb.ownership.message.Message.Challenge;
import io.porterlb.ownership.message.SessionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Two nodes on a network that takes no time.
class CouncilNodeTest {
    private static final long STEP = 10_000_000;
    private static final IpAddress ADDRESS = IpAddress.of("192.0.2.7");
    private static final Member A = new Member("a", new Endpoint(IpAddress.of("192.0.2.1"), 7473));
    private static final Member B = new Member("b", new Endpoint(IpAddress.of("192.0.2.2"), 7473));
    private static final Configuration CONFIGURATION = Configuration.first(Set.of(A, B), false);

    private final CouncilNode a = new CouncilNode(A, 1, CONFIGURATION, Timing.DEFAULT, 0);
    private final CouncilNode b = new CouncilNode(B, 2, CONFIGURATION, Timing.DEFAULT, 0);
    private Lease leaseOfA = new Lease(Set.of(), 0);
    private long now;

    private void tell(CouncilNode node, Event event) {
        for (Output output : node.on(event, now)) {
            switch (output) {
                case Output.Send send -> deliver(node, send);
                case Output.LeaseChanged(var lease) -> leaseOfA = node == a ? lease : leaseOfA;
            }
        }
    }

    private void deliver(CouncilNode from, Output.Send send) {
        Member sender = from == a ? A : B;
        tell(from == a ? b : a, new Event.Received(sender.name(), sender.endpoint(), send.message()));
    }

    private void onlyAServes() {
        tell(a, new Event.Offered(Set.of("subnet")));
        tell(b, new Event.Offered(Set.of()));
        for (CouncilNode node : List.of(a, b)) {
            tell(node, new Event.Wanted(Map.of(ADDRESS, Eligibility.of("subnet"))));
        }
        for (; now < 100 * STEP; now += STEP) {
            List.of(a, b).forEach(node -> tell(node, new Event.TimePassed()));
        }
        assertEquals(Set.of(ADDRESS), leaseOfA.addresses());
    }

    @Test
    void aNodeSaysNothingUntilItKnowsWhatItCanServe() {
        assertEquals(List.of(), a.on(new Event.Wanted(Map.of(ADDRESS, Eligibility.of("subnet"))), 0));
        assertEquals(List.of(), a.on(new Event.TimePassed(), STEP));
        assertFalse(a.on(new Event.Offered(Set.of()), STEP).isEmpty());
    }

    @Test
    void aLeaseThatShrinksIsToldBeforeTheOthersAre() {
        onlyAServes();
        List<Output> outputs = a.on(new Event.Wanted(Map.of()), now);
        assertEquals(
                Set.of(),
                assertInstanceOf(Output.LeaseChanged.class, outputs.getFirst())
                        .lease()
                        .addresses());
        assertTrue(outputs.size() > 1);
    }

    @Test
    void aStoppedNodeSaysAndDoesNothingMore() {
        onlyAServes();
        tell(a, new Event.Stopping(true));
        assertEquals(Set.of(), leaseOfA.addresses());
        assertEquals(List.of(), a.on(new Event.TimePassed(), now + 1000 * STEP));
    }

    @Test
    void aConfigurationSpreadsByItself() {
        onlyAServes();
        assertTrue(b.inForce());
        Configuration next = CONFIGURATION.next(Set.of(A, B), true);
        tell(a, new Event.Configured(next));
        assertEquals(next, b.configuration());
        assertTrue(a.inForce());
        tell(a, new Event.Configured(CONFIGURATION));
        assertEquals(next, a.configuration());
    }

    @Test
    void theVoteOfAnArbiterWithAnOlderConfigurationDoesNotCount() {
        Configuration alone = Configuration.first(Set.of(B), false).next(Set.of(B), false);
        Claimant claimant = new Claimant(1, alone, Timing.DEFAULT, 0);
        claimant.wanted(Set.of(ADDRESS), 0);
        claimant.timePassed(0);
        SessionId session = new SessionId(2, 1);
        claimant.challenged("b", new Challenge(session, 1, 1), 0);
        claimant.acknowledged("b", vote(session, 1, 2, 2, 1, Set.of(ADDRESS)), 0);
        claimant.acknowledged("b", vote(session, 2, 3, 1, 2, Set.of()), 0);
        assertEquals(Set.of(), claimant.lease(1).addresses());
        assertFalse(claimant.inForce());
        claimant.acknowledged("b", vote(session, 3, 3, 2, 2, Set.of()), 0);
        assertEquals(Set.of(ADDRESS), claimant.lease(1).addresses());
        assertTrue(claimant.inForce());
    }

    private static Acknowledgement vote(
            SessionId session, long number, long sequence, long generation, long version, Set<IpAddress> nominated) {
        return new Acknowledgement(
                session, number, sequence, generation, version, 0, Set.of(), nominated, Set.of(), Optional.empty());
    }
}
