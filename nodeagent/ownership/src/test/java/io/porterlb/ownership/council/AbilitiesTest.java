package io.porterlb.ownership.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.porterlb.ownership.Eligibility;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AbilitiesTest {
    private final Abilities abilities = new Abilities();

    @BeforeEach
    void nodes() {
        abilities.add("n1", Set.of("lan"));
        abilities.add("n2", Set.of("lan", "not 192.0.2.7"));
        abilities.add("n3", Set.of("wan"));
    }

    @Test
    void whoSaysItIsEligibleIfNamed() {
        assertEquals(Set.of("n1", "n2"), abilities.eligible(Eligibility.of("lan")));
        assertEquals(Set.of("n2"), abilities.eligible(new Eligibility(Set.of("n2", "n3"), "lan", "")));
        assertEquals(Set.of(), abilities.eligible(Eligibility.of("moon")));
    }

    @Test
    void whoSaysTheHindranceIsNot() {
        assertEquals(Set.of("n1"), abilities.eligible(new Eligibility(Set.of(), "lan", "not 192.0.2.7")));
    }

    @Test
    void manyAddressesShareOneAnswer() {
        Set<String> nodes = Set.of("n1", "n2");
        assertSame(
                abilities.eligible(new Eligibility(nodes, "lan", "not 192.0.2.8")),
                abilities.eligible(new Eligibility(nodes, "lan", "not 192.0.2.9")));
    }
}
