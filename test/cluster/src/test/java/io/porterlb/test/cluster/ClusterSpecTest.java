package io.porterlb.test.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.fabric.FabricKind;
import io.porterlb.test.cluster.fabric.FabricSpec;
import io.porterlb.test.cluster.kubernetes.ProxyMode;
import io.porterlb.test.cluster.process.ProcessId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSpecTest {
    private static final ClusterSpec FULL = new ClusterSpec(
            "a-b",
            3,
            true,
            ProxyMode.NFTABLES,
            new FabricSpec(FabricKind.LEAF_SPINE, 4_200_000_000L, true, true),
            false,
            true);

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a.b", "a_b", "-a", "a-", "a/../b", "a23456789012345678901"})
    void nameThatCouldBeMistakenForAnotherThingIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> ClusterSpec.of(name));
    }

    @Test
    void nodesAreCounted() {
        assertThrows(IllegalArgumentException.class, () -> FULL.withNodes(0));
        assertThrows(IllegalArgumentException.class, () -> FULL.withNodes(101));
        assertEquals(100, FULL.withNodes(100).nodes());
    }

    @Test
    void stateIsReadAsItWasWritten() {
        var kept = new RunFolder.State(FULL, Optional.empty());
        var owned = new RunFolder.State(FULL.withNodes(1), Optional.of(new ProcessId(12, 34)));
        assertEquals(kept, RunFolder.parse(RunFolder.toJson(kept).toString()));
        assertEquals(owned, RunFolder.parse(RunFolder.toJson(owned).toString()));
    }

    @Test
    void clusterOfAnOlderCheckoutHasCniAndNeitherDnsNorSnooping() {
        var written = RunFolder.toJson(new RunFolder.State(FULL, Optional.empty()));
        written.remove("cni");
        written.remove("dns");
        written.remove("snooping");
        assertEquals(
                FULL.withCni(true)
                        .withDns(false)
                        .withFabric(new FabricSpec(FabricKind.LEAF_SPINE, 4_200_000_000L, true, false)),
                RunFolder.parse(written.toString()).spec());
    }

    @Test
    void clusterIsLeftOverOnceItsOwnerHasEnded() {
        ProcessId own = ProcessId.own();
        var earlierProcessOfTheSameNumber = new ProcessId(own.pid(), own.startTicks() - 1);
        assertTrue(new RunFolder.State(FULL, Optional.of(earlierProcessOfTheSameNumber)).isLeftOver());
        assertEquals(false, new RunFolder.State(FULL, Optional.of(own)).isLeftOver());
        assertEquals(false, new RunFolder.State(FULL, Optional.empty()).isLeftOver());
    }
}
