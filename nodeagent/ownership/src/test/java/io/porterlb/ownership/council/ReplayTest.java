package io.porterlb.ownership.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Member;
import io.porterlb.ownership.Timing;
import io.porterlb.ownership.council.Output.Send;
import io.porterlb.ownership.message.Message;
import io.porterlb.ownership.message.Message.Acknowledgement;
import io.porterlb.ownership.message.Message.Challenge;
import io.porterlb.ownership.message.Message.Heartbeat;
import io.porterlb.ownership.message.SessionId;
import io.porterlb.ownership.message.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Somebody who recorded messages, and knows no key, can only repeat them.
class ReplayTest {
    private static final IpAddress ADDRESS = IpAddress.of("192.0.2.7");
    private static final Endpoint ENDPOINT = new Endpoint(IpAddress.of("192.0.2.1"), 7473);
    private static final Member ARBITER = new Member("arbiter", ENDPOINT);
    private static final Configuration CONFIGURATION = Configuration.first(Set.of(ARBITER), false);
    private static final long SETTLED = Timing.DEFAULT.patience().toNanos();

    private final Arbiter arbiter = settled(77);

    private static Arbiter settled(long boot) {
        Arbiter arbiter = new Arbiter("arbiter", boot, CONFIGURATION, Timing.DEFAULT, 0);
        arbiter.timePassed(SETTLED);
        return arbiter;
    }

    private static Heartbeat heartbeat(long boot, SessionId session, long sequence) {
        Statement claims = new Statement(Set.of(ADDRESS), Set.of(), false);
        return new Heartbeat(boot, session, sequence, 1, sequence, Optional.of(claims), Optional.empty());
    }

    private static List<Message> heard(Arbiter by, Heartbeat heartbeat) {
        return by.heard("node", ENDPOINT, heartbeat, SETTLED).stream()
                .map(Send::message)
                .toList();
    }

    private static SessionId challenge(Arbiter by, long boot) {
        return assertInstanceOf(
                        Challenge.class,
                        heard(by, heartbeat(boot, SessionId.NONE, 1)).getFirst())
                .session();
    }

    @Test
    void aHeartbeatWithoutAConversationIsChallenged() {
        heard(arbiter, heartbeat(1, SessionId.NONE, 1));
        assertInstanceOf(
                Challenge.class, heard(arbiter, heartbeat(1, SessionId.NONE, 2)).getFirst());
    }

    @Test
    void aHeartbeatIsTakenOnce() {
        Heartbeat recorded = heartbeat(1, challenge(arbiter, 1), 5);
        assertInstanceOf(Acknowledgement.class, heard(arbiter, recorded).getFirst());
        assertEquals(List.of(), heard(arbiter, recorded));
        assertEquals(List.of(), heard(arbiter, heartbeat(1, recorded.session(), 4)));
    }

    @Test
    void aHeartbeatOfAnEarlierStartOfTheNodeIsChallenged() {
        Heartbeat recorded = heartbeat(1, challenge(arbiter, 1), 5);
        heard(arbiter, recorded);
        heard(arbiter, heartbeat(2, challenge(arbiter, 2), 1));
        assertInstanceOf(Challenge.class, heard(arbiter, recorded).getFirst());
        assertInstanceOf(
                Challenge.class,
                heard(arbiter, heartbeat(1, recorded.session(), 6)).getFirst());
    }

    @Test
    void aHeartbeatToAnEarlierStartOfTheArbiterIsChallenged() {
        Heartbeat recorded = heartbeat(1, challenge(arbiter, 1), 5);
        Arbiter restarted = settled(78);
        assertInstanceOf(Challenge.class, heard(restarted, recorded).getFirst());
        assertInstanceOf(Challenge.class, heard(restarted, recorded).getFirst());
    }

    @Test
    void anAcknowledgementExtendsNothingTwice() {
        Claimant claimant = new Claimant(1, CONFIGURATION, Timing.DEFAULT, 0);
        claimant.wanted(Set.of(ADDRESS), 0);
        claimant.timePassed(0);
        SessionId session = new SessionId(77, 1);
        claimant.challenged("arbiter", new Challenge(session, 1, 1), 0);
        claimant.acknowledged("arbiter", answer(session, 1, 2, 1, Set.of(ADDRESS)), 0);
        Acknowledgement recorded = answer(session, 2, 3, 2, Set.of());
        claimant.acknowledged("arbiter", recorded, 0);
        long term = Timing.DEFAULT.term().toNanos();
        assertEquals(term, claimant.lease(1).until());
        claimant.acknowledged("arbiter", recorded, term - 1);
        assertEquals(term, claimant.lease(term - 1).until());
        claimant.acknowledged("arbiter", answer(new SessionId(76, 1), 9, 3, 2, Set.of()), term - 1);
        assertEquals(term, claimant.lease(term - 1).until());
    }

    @Test
    void aRecordedChallengeDoesNotEndAConversation() {
        Claimant claimant = new Claimant(1, CONFIGURATION, Timing.DEFAULT, 0);
        claimant.timePassed(0);
        Challenge recorded = new Challenge(new SessionId(77, 1), 1, 1);
        claimant.challenged("arbiter", recorded, 0);
        claimant.challenged("arbiter", new Challenge(new SessionId(78, 1), 1, 2), 0);
        assertEquals(List.of(), claimant.challenged("arbiter", recorded, 0));
        assertEquals(List.of(), claimant.challenged("arbiter", new Challenge(new SessionId(79, 1), 2, 3), 0));
    }

    private static Acknowledgement answer(
            SessionId session, long number, long sequence, long version, Set<IpAddress> nominated) {
        return new Acknowledgement(
                session, number, sequence, 1, version, 0, Set.of(), nominated, Set.of(), Optional.empty());
    }
}
