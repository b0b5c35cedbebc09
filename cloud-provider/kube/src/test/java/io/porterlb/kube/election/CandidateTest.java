package io.porterlb.kube.election;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final long SECOND = 1_000_000_000L;
    private static final LeaseTerms TERMS = LeaseTerms.DEFAULT;

    private static Lease held(String version, String holder) {
        return new Lease(version, holder, Duration.ofSeconds(15), 3);
    }

    private static Candidate follower(Lease seen) {
        return Candidate.start("b", TERMS, seen, 0);
    }

    private static Candidate leader() {
        return follower(Lease.NONE).wrote(held("2", "b"), 0, SECOND);
    }

    private static Claim claim(Decision decision) {
        return assertInstanceOf(Decision.Write.class, decision).claim();
    }

    @Test
    void theFirstOneCreatesTheLease() {
        Claim claim = claim(follower(Lease.NONE).decide(0));
        assertEquals(new Claim(Lease.NONE, "b", Duration.ofSeconds(15), true), claim);
        assertEquals(0, claim.transitions());
    }

    @Test
    void anotherHolderIsLeftAloneForItsTermFromTheLastChangeThatWasSeen() {
        Candidate follower = follower(held("1", "a"));
        assertEquals(new Decision.Wait(15 * SECOND), follower.decide(0));
        Candidate renewed = follower.sees(held("2", "a"), 5 * SECOND);
        assertEquals(new Decision.Wait(20 * SECOND), renewed.decide(15 * SECOND));
        assertEquals(renewed, renewed.sees(held("2", "a"), 19 * SECOND));
        Claim claim = claim(renewed.decide(20 * SECOND));
        assertEquals("2", claim.over().version());
        assertEquals(4, claim.transitions());
    }

    @Test
    void aLeaseThatWasLetGoIsTakenAtOnceEvenAfterAFailure() {
        Candidate follower = follower(held("1", "a")).failed(SECOND, 0.5);
        assertInstanceOf(
                Decision.Write.class, follower.sees(held("2", ""), 2 * SECOND).decide(2 * SECOND));
    }

    @Test
    void aFailedAttemptIsFollowedByAPause() {
        Candidate follower = follower(held("1", "")).failed(SECOND, 1);
        assertEquals(new Decision.Wait(SECOND + 2_400_000_000L), follower.decide(SECOND));
    }

    @Test
    void aLeaderRenewsAPeriodAfterItBeganTheLastOne() {
        assertEquals(new Decision.Wait(2 * SECOND), leader().decide(SECOND));
        Claim claim = claim(leader().decide(2 * SECOND));
        assertEquals("2", claim.over().version());
        assertFalse(claim.acquires());
        assertEquals(3, claim.transitions());
    }

    @Test
    void aLeaderWhoseRenewalsFailHasLostAtTheDeadline() {
        Candidate failing = leader().failed(9 * SECOND, 0);
        assertEquals(new Decision.Wait(10 * SECOND), failing.decide(9 * SECOND));
        assertEquals(new Decision.Lost(), failing.decide(10 * SECOND));
    }

    @Test
    void aLeaderThatSeesAnotherHolderHasLost() {
        assertEquals(new Decision.Lost(), leader().sees(held("3", "a"), SECOND).decide(SECOND));
        assertEquals(new Decision.Lost(), leader().sees(Lease.NONE, SECOND).decide(SECOND));
    }

    @Test
    void aLeaseOfItsOwnOfWhichItHadNoAnswerIsWrittenAgainAtOnceAndDoesNotCountBefore() {
        Candidate follower = follower(held("1", "")).sees(held("2", "b"), SECOND);
        assertFalse(follower.leads());
        assertFalse(claim(follower.decide(SECOND)).acquires());
        assertTrue(follower.wrote(held("3", "b"), SECOND, 2 * SECOND).leads());
    }

    @Test
    void timesMustLeaveALeaderRoomToRenewAndToLose() {
        Duration two = Duration.ofSeconds(2);
        Duration ten = Duration.ofSeconds(10);
        assertThrows(IllegalArgumentException.class, () -> new LeaseTerms(ten, ten, two));
        assertThrows(IllegalArgumentException.class, () -> new LeaseTerms(ten, two, two));
        assertThrows(IllegalArgumentException.class, () -> new LeaseTerms(ten, two, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new LeaseTerms(Duration.ofMillis(10_500), ten, two));
    }
}
