package io.porterlb.rules.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NftListingTest {
    private static final String OURS = "meta mark & 0x1000 == 0x1000 accept comment \"PorterLB\"";

    private static List<NftForward> chains(String printed) {
        return NftListing.forwardChains("inet filter", printed);
    }

    /// Each line of a chain's body.
    private static String table(String policy, String... rules) {
        return "table inet filter { # handle 3\n\tset s { # handle 9\n\t\ttype ipv4_addr\n\t}\n\n"
                + "\tchain forward { # handle 1\n\t\ttype filter hook forward priority filter; policy " + policy + ";\n"
                + "\t\t" + String.join("\n\t\t", rules) + "\n\t}\n}\n";
    }

    @Test
    void acceptComesLastWherePolicyDrops() {
        var chain =
                chains(table("drop", "ct state established accept # handle 5")).getFirst();
        assertEquals(
                "add rule inet filter forward " + OURS + "\n", chain.opening().input());
        assertFalse(chain.isOpen());
    }

    @Test
    void acceptComesBeforeTheRuleThatRefusesEverything() {
        var chain = chains(table(
                        "accept",
                        "iifname \"eth0\" drop # handle 5",
                        "counter packets 3 bytes 180 reject with icmpx admin-prohibited # handle 6"))
                .getFirst();
        assertEquals(
                "insert rule inet filter forward handle 6 " + OURS + "\n",
                chain.opening().input());
    }

    @Test
    void chainThatRefusesNothingIsNotTouched() {
        assertEquals(List.of(), chains(table("accept", "iifname \"eth0\" drop # handle 5")));
    }

    @Test
    void chainsOfOtherHooksAreNotTouched() {
        assertEquals(List.of(), chains(table("drop", "accept # handle 5").replace("hook forward", "hook input")));
    }

    @Test
    void openChainIsLeftAlone() {
        var chain = chains(table("drop", "meta mark & 0x00001000 == 0x00001000 accept comment \"PorterLB\" # handle 7"))
                .getFirst();
        assertTrue(chain.isOpen());
        assertEquals(
                "delete rule inet filter forward handle 7\n", chain.closing().input());
    }

    @Test
    void ourRuleIsFoundWhereThePolicyNoLongerDrops() {
        assertTrue(chains(table("accept", "accept comment \"PorterLB\" # handle 7"))
                .getFirst()
                .hasOurs());
    }

    @Test
    void ourRuleBehindARefusalIsMoved() {
        var chain = chains(table("accept", "drop # handle 5", "accept comment \"PorterLB\" # handle 7"))
                .getFirst();
        assertFalse(chain.isOpen());
        assertEquals("""
                delete rule inet filter forward handle 7
                insert rule inet filter forward handle 5 %s
                """.formatted(OURS), chain.opening().input());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "counter packets 0 bytes 0 drop",
                "log prefix \"fwd \" level info drop",
                "log prefix \"a b\" flags tcp sequence,options counter packets 1 bytes 2 reject",
                "log group 2 drop"
            })
    void refusalThatIsCountedOrLoggedIsOne(String refusal) {
        var chain = chains(table("accept", refusal + " # handle 5")).getFirst();
        assertEquals(
                "insert rule inet filter forward handle 5 %s%n".formatted(OURS),
                chain.opening().input());
    }
}
