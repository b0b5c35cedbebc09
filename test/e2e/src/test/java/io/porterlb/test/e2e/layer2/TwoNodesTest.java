package io.porterlb.test.e2e.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.install.HelmRelease;
import io.porterlb.test.e2e.stage.Attempts;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Of two nodes one is no majority.
@Tag("cluster")
class TwoNodesTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    /// A Lease that the other node has held goes after 3 s.
    private static final Duration CUT = Duration.ofSeconds(15);

    @RegisterExtension
    static final ClusterExtension CLUSTER =
            ClusterExtension.perClass(any -> Layer2Bed.spec(any).withNodes(2));

    @Test
    void neitherTakesOverFromTheOtherUnlessALeaseHasAVote() {
        KubernetesCluster cluster = CLUSTER.cluster();
        Layer2Bed bed = Layer2Bed.make(cluster);
        String address = bed.backends().expose("web", "Cluster").ipv4();

        String owner = Owner.await(cluster, address);
        assertEquals(
                List.of(),
                whileCut(cluster, owner, address).answers().reigns().stream()
                        .map(Answers.Reign::who)
                        .filter(who -> !who.equals(owner))
                        .toList());
        assertEquals(owner, Owner.await(cluster, address), "it has kept what it had");

        HelmRelease.of(cluster).upgrade("layer2.witness=lease");
        assertTrue(Wait.until(LIMIT, () -> council(cluster).equals("true true")), () -> council(cluster));
        Attempts.run(() -> cutWitnessed(bed, address));
    }

    private static void cutWitnessed(Layer2Bed bed, String address) {
        KubernetesCluster cluster = bed.cluster();
        bed.settle();
        String before = Owner.await(cluster, address);
        Trial.Seen seen = whileCut(cluster, before, address);
        System.out.println("witnessed, " + before + " cut off: " + seen);
        assertEquals(List.of(), seen.answers().late(), "answers of two at a time");
        Attempts.expect(!seen.answers().reigns().getLast().who().equals(before), seen::toString);
        Answers again = Owner.look(cluster, address, A_WHILE);
        Attempts.expect(again.reigns().size() == 1, () -> "when it returned, it took back: " + again.reigns());
    }

    private static Trial.Seen whileCut(KubernetesCluster cluster, String node, String address) {
        try {
            return new Trial(cluster, address, 0).during(() -> {
                cluster.fabric().cutSilently(node);
                Wait.until(CUT, () -> false);
            });
        } finally {
            cluster.fabric().restore(node);
        }
    }

    private static String council(KubernetesCluster cluster) {
        return cluster.kubectl(
                "get", "portercouncil", "layer2", "-o", "jsonpath={.spec.witnessed} {.spec.previous.witnessed}");
    }
}
