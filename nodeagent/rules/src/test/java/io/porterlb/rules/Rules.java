package io.porterlb.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.rules.lab.Node;
import io.porterlb.test.cluster.process.Await;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// The rules for the VIPs of a [Node], in its kernel.
final class Rules {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Rules() {}

    /// Returns when they are there.
    static KernelRules on(Node node) {
        KernelRules rules = node.rules(status -> {});
        rules.apply(Node.VIPS);
        await(rules, status -> status.vips() == Node.VIPS.size());
        assertEquals(List.of(), rules.status().problems());
        return rules;
    }

    static void await(KernelRules rules, Predicate<RuleStatus> wanted) {
        assertTrue(
                Await.until(PATIENCE, () -> wanted.test(rules.status())), () -> "the status stays " + rules.status());
    }
}
