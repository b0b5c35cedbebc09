package io.porterlb.test.e2e.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.cluster.programs.Helm;
import io.porterlb.test.e2e.install.HelmRelease;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/// One release through its whole life, while clients call.
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HelmTest {
    private static final String NAMESPACE = "lb";
    private static final int OPEN = 100;

    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.shared(spec -> spec);

    private KubernetesCluster cluster;
    private HelmRelease release;
    private Announcement announcement;
    private Bed bed;

    @BeforeAll
    void install(KubernetesCluster wanted) {
        cluster = wanted;
        release = new HelmRelease(cluster, Helm.installed(), "balancer", NAMESPACE);
        announcement = new Announcement(cluster);
        cluster.kubectl("create", "namespace", NAMESPACE);
        bed = Bed.make(cluster);
        release.install();
        announcement.make(false);
    }

    @AfterAll
    void clear() {
        release.uninstall();
        cluster.kubectl("delete", "namespace", NAMESPACE, "--timeout=300s");
    }

    /// Routers that drop a route when its session ends move flows to other nodes, which know nothing of them.
    /// Open connections break, and so does a request that is under way at that moment, one at most a move.
    /// Each of two agents is replaced twice, and its flows go and come back.
    @Test
    @Order(1)
    void anUpgradeAndARollbackLoseNoRequestButThoseUnderWay() {
        changeVersions("default settings", 2 * 2 * 2);
    }

    @Test
    @Order(2)
    void withGracefulRestartOpenConnectionsLiveOnToo() {
        announcement.make(true);
        changeVersions("graceful restart", 0)
                .forEach(seen -> assertEquals(List.of(), seen.connections().broken(), seen.toString()));
    }

    /// @param mayLose beside what a busy machine loses
    private List<UnderTraffic.Seen> changeVersions(String round, int mayLose) {
        Standing before = Standing.of(cluster);
        assertEquals(Tenants.SERVICES.size(), before.records().size(), before.toString());
        List<UnderTraffic.Seen> seen = new UnderTraffic(cluster.fabric().client(), before.addresses(), OPEN)
                .during(() -> {
                    change(before, Bed.NEXT_TAG, () -> release.upgrade("image.tag=" + Bed.NEXT_TAG));
                    change(before, Bed.TAG, () -> release.rollback(release.revision() - 1));
                });
        seen.forEach(one -> System.out.println("upgrade and rollback, " + round + ": " + one));
        seen.forEach(
                one -> assertTrue(one.load().failures() <= mayLose || one.load().unharmed(), one.toString()));
        return seen;
    }

    private void change(Standing before, String tag, Runnable how) {
        assertNotEquals(Bed.images(tag), release.pods().images());
        how.run();
        assertEquals(Bed.images(tag), release.pods().images());
        assertEquals(before, Standing.of(cluster));
        Set<String> reporting =
                new Agents(cluster).awaitReports(before.addresses().size());
        assertEquals(cluster.nodes().size(), reporting.size(), "nodes that report: " + reporting);
        announcement.await();
    }

    @Test
    @Order(3)
    void aSecondReleaseIsRefused() {
        CommandResult refused = new HelmRelease(cluster, Helm.installed(), "other", "default")
                .installCommand()
                .result();
        assertTrue(refused.exitStatus() != 0, refused.output());
        assertTrue(
                refused.error()
                        .contains(
                                "PorterLB is installed in this cluster already, as release balancer in namespace lb."),
                refused.error());
    }

    /// With graceful restart, so that the router forgets routes because it is told to.
    @Test
    @Order(4)
    void anUninstallationWhileClientsCallLeavesNothing() {
        Map<String, String> addresses = announcement.make(true);
        RouterLog log = RouterLog.from(cluster);
        new UnderTraffic(cluster.fabric().client(), addresses, OPEN).during(() -> {
            release.uninstall();
            assertEquals(0, announcement.known(addresses.values()), "routes that the router still has");
            assertEquals(Set.of(), announcement.established());
        });
        assertEquals(List.of(), log.missingCease());
        assertEquals(Map.of(), new Tenants(cluster).addresses());
        bed.assertNothingIsLeft();
    }
}
