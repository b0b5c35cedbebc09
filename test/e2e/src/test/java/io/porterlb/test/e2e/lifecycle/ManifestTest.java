package io.porterlb.test.e2e.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.e2e.install.HelmRelease;
import io.porterlb.test.e2e.install.ManifestInstall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The plain manifest through its whole life, while clients call.
@Tag("cluster")
class ManifestTest {
    private static final int OPEN = 20;

    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.shared(spec -> spec);

    @AfterEach
    void clear(KubernetesCluster cluster) {
        new Porterctl(cluster).uninstall("--yes");
    }

    @Test
    void isAppliedUpgradedAndTakenAway(KubernetesCluster cluster) {
        Bed bed = Bed.make(cluster);
        ManifestInstall porterlb = new ManifestInstall(cluster);
        porterlb.apply();
        Map<String, String> addresses = new Announcement(cluster).make(false);
        upgrade(cluster, porterlb, addresses);
        helmIsRefused(cluster);
        CommandResult uninstalled = new Porterctl(cluster).uninstall("--yes");
        assertEquals(0, uninstalled.exitStatus(), uninstalled.toString());
        assertTrue(uninstalled.output().endsWith("Nothing of PorterLB is left.\n"), uninstalled.output());
        assertEquals(0, new Announcement(cluster).known(addresses.values()), "routes that the router still has");
        assertEquals(Map.of(), new Tenants(cluster).addresses());
        bed.assertNothingIsLeft();
    }

    /// Those under way may be lost, as with Helm.
    private static void upgrade(KubernetesCluster cluster, ManifestInstall porterlb, Map<String, String> addresses) {
        Standing before = Standing.of(cluster);
        List<UnderTraffic.Seen> seen =
                new UnderTraffic(cluster.fabric().client(), addresses, OPEN).during(() -> porterlb.apply(Bed.NEXT_TAG));
        seen.forEach(one -> System.out.println("upgrade by kubectl apply: " + one));
        seen.forEach(
                one -> assertTrue(one.load().failures() <= 2 * 2 || one.load().unharmed(), one.toString()));
        assertEquals(Bed.images(Bed.NEXT_TAG), porterlb.pods().images());
        assertEquals(before, Standing.of(cluster));
        assertEquals(2, new Agents(cluster).awaitReports(addresses.size()).size(), "nodes that report");
    }

    private static void helmIsRefused(KubernetesCluster cluster) {
        CommandResult refused = HelmRelease.of(cluster).installCommand().result();
        assertTrue(refused.exitStatus() != 0, refused.output());
        assertTrue(
                refused.error().contains("PorterLB is installed in this cluster already, applied with kubectl."),
                refused.error());
    }
}
