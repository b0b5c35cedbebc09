package io.porterlb.rules.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class IptablesForwardTest {
    private static final String OWN = """
            -N PORTERLB-FORWARD
            -A PORTERLB-FORWARD -m mark --mark 0x1000/0x1000 -j ACCEPT
            """;
    private static final String CALICO = """
            -P FORWARD ACCEPT
            -A FORWARD -m comment --comment "cali:wUHhoiAYhphO9Mso" -j cali-FORWARD
            -A FORWARD -m comment --comment "kubernetes forwarding rules" -j KUBE-FORWARD
            -A FORWARD -m comment --comment "cali:S93hcgKJrXEqnTfs" -m comment --comment "Policy explicitly accepted packet." -m mark --mark 0x10000/0x10000 -j ACCEPT
            """;

    private static IptablesForward parse(String forward, String own) {
        return IptablesForward.parse(Iptables.V4_NFT, forward, own);
    }

    @Test
    void jumpComesLastSoThatNetworkPoliciesDecideFirst() {
        assertEquals("""
                *filter
                :PORTERLB-FORWARD - [0:0]
                -A PORTERLB-FORWARD -m mark --mark 0x1000/0x1000 -j ACCEPT
                -A FORWARD -j PORTERLB-FORWARD
                COMMIT
                """, parse(CALICO, "").opening().input());
    }

    @Test
    void jumpComesBeforeTheRuleThatRefusesEverything() {
        var chain = parse("""
                -P FORWARD ACCEPT
                -A FORWARD -i eth0 -j DROP
                -A FORWARD -j REJECT --reject-with icmp-host-prohibited
                """, "");
        assertTrue(chain.refuses());
        assertTrue(chain.opening().input().contains("-I FORWARD 2 -j PORTERLB-FORWARD\n"));
    }

    @Test
    void refusalWithACommentIsOne() {
        assertTrue(parse("-P FORWARD ACCEPT\n-A FORWARD -m comment --comment \"no more\" -j DROP\n", "")
                .refuses());
        assertFalse(parse("-P FORWARD ACCEPT\n-A FORWARD -s 192.0.2.1/32 -j DROP\n", "")
                .refuses());
    }

    @Test
    void isOpenWithTheJumpInFrontOfWhatRefusesAndOurRuleInOurChain() {
        String jump = "-A FORWARD -j PORTERLB-FORWARD\n";
        String refusal = "-A FORWARD -j DROP\n";
        assertTrue(parse("-P FORWARD DROP\n" + jump, OWN).isOpen());
        assertTrue(parse("-P FORWARD DROP\n" + jump + refusal, OWN).isOpen());
        assertFalse(parse("-P FORWARD DROP\n" + refusal + jump, OWN).isOpen());
        assertFalse(parse("-P FORWARD DROP\n", OWN).isOpen());
        assertFalse(parse("-P FORWARD DROP\n" + jump, "-N PORTERLB-FORWARD\n").isOpen());
        assertFalse(parse("-P FORWARD DROP\n" + jump + jump, OWN).isOpen());
    }

    @Test
    void misplacedJumpIsMovedAndCountsForNoPlace() {
        var chain = parse("-P FORWARD ACCEPT\n-A FORWARD -j DROP\n-A FORWARD -j PORTERLB-FORWARD\n", OWN);
        assertTrue(chain.opening().input().contains("""
                -D FORWARD -j PORTERLB-FORWARD
                -I FORWARD 1 -j PORTERLB-FORWARD
                """));
    }

    @Test
    void closingTakesAwayAllThatIsOurs() {
        var chain = parse("-P FORWARD DROP\n" + "-A FORWARD -j PORTERLB-FORWARD\n".repeat(2), OWN);
        assertEquals("""
                *filter
                :PORTERLB-FORWARD - [0:0]
                -D FORWARD -j PORTERLB-FORWARD
                -D FORWARD -j PORTERLB-FORWARD
                -X PORTERLB-FORWARD
                COMMIT
                """, chain.closing().input());
        assertTrue(parse("-P FORWARD DROP\n", "-N PORTERLB-FORWARD\n").hasOurs());
        assertFalse(parse("-P FORWARD DROP\n", "").hasOurs());
    }

    @Test
    void eachBackEndIsChangedByItsOwnProgramUnderItsLock() {
        var legacy = IptablesForward.parse(Iptables.V6_LEGACY, "-P FORWARD DROP\n", "");
        assertEquals("ip6tables-legacy FORWARD", legacy.name());
        assertEquals(
                List.of("ip6tables-legacy-restore", "-w", "5", "--noflush"),
                legacy.opening().words());
    }
}
