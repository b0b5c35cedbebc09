package io.porterlb.agent.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.Answer.Start;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewcomersTest {
    private static final IpAddress OLD = IpAddress.of("192.0.2.7");
    private static final IpAddress NEW = IpAddress.of("192.0.2.8");
    private static final long SECOND = 1_000_000_000;

    private final Newcomers newcomers = new Newcomers(Set.of(OLD));

    @Test
    void anAddressThatJustCameUpIsAskedForFirst() {
        newcomers.wanted(Set.of(NEW), 5 * SECOND);
        assertEquals(Start.PROBE, newcomers.start(NEW, 6 * SECOND));
    }

    @Test
    void anAddressThatNobodyWantsYetIsAskedForFirst() {
        assertEquals(Start.PROBE, newcomers.start(NEW, 6 * SECOND));
    }

    @Test
    void oneThatANodeHadBeforeThisAgentStartedGoesOn() {
        newcomers.wanted(Set.of(OLD), 0);
        assertEquals(Start.TAKE_OVER, newcomers.start(OLD, 1));
    }

    @Test
    void oneThatHasBeenThereForAWhileGoesOn() {
        newcomers.wanted(Set.of(NEW), 0);
        newcomers.wanted(Set.of(NEW, OLD), 7 * SECOND);
        assertEquals(Start.TAKE_OVER, newcomers.start(NEW, 8 * SECOND));
    }

    @Test
    void overIpv6AskingTakesLessTime() {
        IpAddress six = IpAddress.of("2001:db8::7");
        newcomers.wanted(Set.of(six), 0);
        assertEquals(Start.PROBE, newcomers.start(six, 2 * SECOND));
        assertEquals(Start.TAKE_OVER, newcomers.start(six, 3 * SECOND));
    }

    @Test
    void oneThatWasGoneForAMomentGoesOn() {
        newcomers.wanted(Set.of(NEW), 0);
        newcomers.wanted(Set.of(), 20 * SECOND);
        newcomers.wanted(Set.of(NEW), 90 * SECOND);
        assertEquals(Start.TAKE_OVER, newcomers.start(NEW, 91 * SECOND));
    }

    @Test
    void oneThatWasGoneForMinutesIsNewAgain() {
        newcomers.wanted(Set.of(NEW, OLD), 0);
        newcomers.wanted(Set.of(), 20 * SECOND);
        newcomers.wanted(Set.of(), 321 * SECOND);
        newcomers.wanted(Set.of(NEW, OLD), 322 * SECOND);
        assertEquals(Start.PROBE, newcomers.start(NEW, 323 * SECOND));
        assertEquals(Start.PROBE, newcomers.start(OLD, 323 * SECOND));
    }
}
