package io.porterlb.test.e2e.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NftRulesetTest {
    @Test
    void everyLineHasItsTableAndItsChain() {
        assertEquals(
                List.of(
                        "table ip nat",
                        "table ip nat chain OUTPUT",
                        "table ip nat chain OUTPUT type nat hook output priority -100; policy accept;",
                        "table ip nat chain OUTPUT ip daddr { 192.0.2.1, 192.0.2.2 } counter jump KUBE",
                        "table ip nat chain KUBE",
                        "table inet porterlb"),
                NftRuleset.lines("""
                        # Warning: table ip nat is managed by iptables-nft, do not touch!
                        table ip nat {
                        \tchain OUTPUT {
                        \t\ttype nat hook output priority -100; policy accept;
                        \t\tip daddr { 192.0.2.1, 192.0.2.2 } counter jump KUBE
                        \t}

                        \tchain KUBE {
                        \t}
                        }
                        table inet porterlb {
                        }
                        """));
    }

    @Test
    void elementsOverSeveralLinesEndWithTheirSet() {
        assertEquals(
                List.of(
                        "table ip t",
                        "table ip t set s",
                        "table ip t set s type ipv4_addr",
                        "table ip t set s elements = { 192.0.2.1, 192.0.2.2,",
                        "table ip t set s 192.0.2.3 }",
                        "table ip t chain c"),
                NftRuleset.lines("""
                        table ip t {
                        \tset s {
                        \t\ttype ipv4_addr
                        \t\telements = { 192.0.2.1, 192.0.2.2,
                        \t\t\t     192.0.2.3 }
                        \t}
                        \tchain c {
                        \t}
                        }
                        """));
    }
}
