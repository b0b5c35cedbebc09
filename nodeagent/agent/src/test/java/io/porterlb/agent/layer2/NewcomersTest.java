package io.porterlb.agent.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.AnswerPlan;
import io.porterlb.layer2.Answer.Start;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewcomersTest {
    private static final IpAddress OLD = IpAddress.of("192.0.2.7");
    private static final IpAddress NEW = IpAddress.of("192.0.2.8");
    private static final long SECOND = 1_000_000_000;

    private final Newcomers newcomers = new Newcomers(Set.of(OLD));

    private void wanted(long now, IpAddress... addresses) {
        newcomers.wanted(answers(false, addresses).toList(), now);
    }

    private static Stream<AnswerPlan> answers(boolean silent, IpAddress... addresses) {
        return Stream.of(addresses).map(address -> new AnswerPlan(address, "pool", Set.of("n1"), silent, List.of()));
    }

    @Test
    void anAddressThatJustCameUpIsAskedForFirst() {
        wanted(5 * SECOND, NEW);
        assertEquals(Start.PROBE, newcomers.start(NEW, 6 * SECOND));
    }

    @Test
    void anAddressThatNobodyWantsYetIsAskedForFirst() {
        assertEquals(Start.PROBE, newcomers.start(NEW, 6 * SECOND));
    }

    @Test
    void oneThatANodeHadBeforeThisAgentStartedGoesOn() {
        wanted(0, OLD);
        assertEquals(Start.TAKE_OVER, newcomers.start(OLD, 1));
    }

    @Test
    void oneThatHasBeenThereForAWhileGoesOn() {
        wanted(0, NEW);
        wanted(7 * SECOND, NEW, OLD);
        assertEquals(Start.TAKE_OVER, newcomers.start(NEW, 8 * SECOND));
    }

    @Test
    void overIpv6AskingTakesLessTime() {
        IpAddress six = IpAddress.of("2001:db8::7");
        wanted(0, six);
        assertEquals(Start.PROBE, newcomers.start(six, 2 * SECOND));
        assertEquals(Start.TAKE_OVER, newcomers.start(six, 3 * SECOND));
    }

    @Test
    void oneThatWasGoneForAMomentGoesOn() {
        wanted(0, NEW);
        wanted(20 * SECOND);
        wanted(90 * SECOND, NEW);
        assertEquals(Start.TAKE_OVER, newcomers.start(NEW, 91 * SECOND));
    }

    @Test
    void oneThatWasGoneForMinutesIsNewAgain() {
        wanted(0, NEW, OLD);
        wanted(20 * SECOND);
        wanted(321 * SECOND);
        wanted(322 * SECOND, NEW, OLD);
        assertEquals(Start.PROBE, newcomers.start(NEW, 323 * SECOND));
        assertEquals(Start.PROBE, newcomers.start(OLD, 323 * SECOND));
    }

    @Test
    void oneThatNobodyAnswersForIsAskedForHoweverOldItIsUntilSomebodyDoes() {
        wanted(0, NEW, OLD);
        newcomers.wanted(answers(true, NEW, OLD).toList(), 60 * SECOND);
        assertEquals(Start.PROBE, newcomers.start(NEW, 61 * SECOND));
        assertEquals(Start.PROBE, newcomers.start(OLD, 61 * SECOND));
        wanted(62 * SECOND, NEW, OLD);
        assertEquals(Start.TAKE_OVER, newcomers.start(NEW, 63 * SECOND));
        assertEquals(Start.TAKE_OVER, newcomers.start(OLD, 63 * SECOND));
    }

    @Test
    void oneThatThisNodeLeftToSomebodyElseIsAskedForUntilTheViewTells() {
        wanted(0, NEW, OLD);
        newcomers.leftInUse(NEW, 20 * SECOND);
        assertEquals(Start.PROBE, newcomers.start(NEW, 80 * SECOND));
        assertEquals(Start.TAKE_OVER, newcomers.start(OLD, 80 * SECOND));
        assertEquals(Start.TAKE_OVER, newcomers.start(NEW, 81 * SECOND));
    }
}
