package io.porterlb.porterctl.uninstall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.kube.KubeConnection;
import io.porterlb.porterctl.uninstall.KilledRemoval.Killed;
import io.porterlb.test.cluster.KubernetesCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// In a real cluster: what is there afterwards is compared with what was there before.
@Tag("cluster")
@Timeout(900)
class UninstallTest {
    private static final String NOTHING_LEFT = "Nothing of PorterLB is left.";

    private final KubernetesCluster cluster = Installed.CLUSTER;
    private final String base = "--kubeconfig " + cluster.kubeconfig() + " ";
    private final String all = base + "--yes --timeout 5m"; // the machine may be busy
    private Map<String, String> before = Map.of();

    @BeforeEach
    void install() {
        Installed.before();
        before = Installed.everything();
        Installed.install();
    }

    @AfterEach
    void clear() {
        Run.of(all + " --from-helm");
        Run.of(all);
    }

    private void nothingIsLeft() {
        assertEquals(before, Installed.everything());
    }

    @Test
    void everythingOfOursGoesAndAllElseStays() {
        Run run = Run.of(all);
        assertTrue(run.out().endsWith(NOTHING_LEFT + "\n"), run.out());
        assertEquals(0, run.status());
        nothingIsLeft();
        assertTrue(
                run.out()
                        .contains("cleaned Service default/web: address 198.51.100.7, finalizer " + Marked.WELL_KNOWN
                                + ", label, condition\n"),
                run.out());
        assertTrue(
                run.out().indexOf("porter-manager") < run.out().indexOf("Service default/web")
                        && run.out().indexOf("Service default/web") < run.out().indexOf("PorterAddress")
                        && run.out().indexOf("PorterAddress") < run.out().indexOf("porter-agent")
                        && run.out().indexOf("porter-agent") < run.out().indexOf("PorterNode")
                        && run.out().indexOf("porter-agent") < run.out().indexOf("PorterCouncil")
                        && run.out().indexOf("porter-agent") < run.out().indexOf("Secret"),
                run.out());
        Run again = Run.of(all);
        assertEquals(new Run(0, "Nothing of PorterLB is here.\n", ""), again);
    }

    /// One write a life.
    @Test
    void whoeverIsKilledAfterAnyWriteIsFollowedByOneThatGoesOn() throws InterruptedException {
        UninstallSettings settings = new UninstallSettings("porterlb-system", false, false, Duration.ofMinutes(5));
        int lives = 0;
        try (KubeConnection connection = KubeConnection.fromKubeconfig(cluster.kubeconfig())) {
            while (!live(connection, settings)) {
                lives++;
            }
        }
        assertTrue(lives > 20, lives + " writes");
        nothingIsLeft();
    }

    private static boolean live(KubeConnection connection, UninstallSettings settings) throws InterruptedException {
        KilledRemoval removal = new KilledRemoval(connection.removal(), new AtomicInteger(1));
        Journal journal = new Journal(new PrintWriter(new StringWriter()));
        try {
            return new Uninstall(Steps.of(removal, settings), settings.timeout(), journal).run();
        } catch (Killed _) {
            return false;
        } catch (IllegalStateException e) {
            assertTrue(e.getCause() instanceof Killed, e.toString());
            return false;
        }
    }

    @Test
    void aPodOnADeadNodeIsNamedAndHoldsUpNothing() {
        cluster.apply("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: porter-agent-dead
                  namespace: porterlb-system
                  labels: {app.kubernetes.io/name: porterlb, app.kubernetes.io/component: agent}
                spec:
                  nodeName: gone
                  containers: [{name: main, image: none}]
                """);
        Run run = Run.of(base + "--yes --timeout 5s");
        Run rest = Run.of(all); // 5 s may be too short for the namespace
        assertTrue(
                run.out()
                        .contains(
                                "deleted Pod porterlb-system/porter-agent-dead: by force, as it did not end within 5 s;"
                                        + " its node gone is not there or not Ready"),
                run.out());
        assertEquals(0, rest.status(), rest.out());
        nothingIsLeft();
    }

    @Test
    void definitionsAndWhatUsersWroteAreKeptOnRequest() {
        Run run = Run.of(all + " --keep-crds");
        assertEquals(0, run.status(), run.out());
        assertEquals(
                """
                eip.network.kubesphere.io/pool
                bgpconf.network.kubesphere.io/default
                bgppeer.network.kubesphere.io/leaf1
                """,
                cluster.kubectl(
                        "get", "eips,bgpconfs,bgppeers,porteraddresses,porternodes,portercouncils", "-o", "name"));
        assertEquals(
                "", cluster.kubectl("get", "eips,bgpconfs,bgppeers", "-o", "jsonpath={.items[*].metadata.finalizers}"));
        assertEquals("", cluster.kubectl("--namespace=porterlb-system", "get", "leases,secrets", "-o", "name"));
        assertEquals(0, Run.of(all).status());
        nothingIsLeft();
    }

    @Test
    void whatHelmHasInstalledIsLeftToHelm(@TempDir Path folder) throws Exception {
        cluster.kubectl(
                "annotate",
                "clusterrole",
                "porterlb:manager",
                "meta.helm.sh/release-name=lb",
                "meta.helm.sh/release-namespace=net");
        Run refused = Run.of(all);
        assertEquals(1, refused.status());
        assertEquals(
                "porterctl uninstall: PorterLB was installed by Helm as release lb in namespace net: run helm uninstall"
                        + " lb -n net.\n",
                refused.err());
        Run hook = Run.of("--yes --from-helm --timeout 5m --kubeconfig " + hookKubeconfig(folder));
        assertEquals(0, hook.status(), hook.out());
        assertFalse(hook.out().contains("FAILED"), hook.out());
        assertTrue(
                cluster.kubectl("get", "clusterroles,namespaces", "-o", "name").contains("porterlb:manager"));
        cluster.kubectl("delete", "clusterrole,clusterrolebinding", "hook");
        cluster.kubectl("annotate", "clusterrole", "porterlb:manager", "meta.helm.sh/release-name-");
        assertEquals(0, Run.of(all).status());
        nothingIsLeft();
    }

    private Path hookKubeconfig(Path folder) throws Exception {
        cluster.apply(Installed.text("hook.yaml"));
        String token = cluster.kubectl("--namespace=porterlb-system", "create", "token", "hook")
                .strip();
        Path file = Files.copy(cluster.kubeconfig(), folder.resolve("hook.kubeconfig"));
        cluster.kubectl("config", "--kubeconfig=" + file, "set-credentials", "hook", "--token=" + token);
        cluster.kubectl("config", "--kubeconfig=" + file, "set-context", "--current", "--user=hook");
        return file;
    }

    @Test
    void worksWhereTheDefinitionsAreGoneAlready() {
        cluster.kubectl("patch", "eip", "pool", "--type=merge", "--patch", "{\"metadata\":{\"finalizers\":[]}}");
        cluster.kubectl("patch", "bgpconf", "default", "--type=merge", "--patch", "{\"metadata\":{\"finalizers\":[]}}");
        cluster.kubectl("patch", "bgppeer", "leaf1", "--type=merge", "--patch", "{\"metadata\":{\"finalizers\":[]}}");
        cluster.kubectl("delete", "-f", System.getProperty("porterlb.root") + "/manifests/crds");
        Run run = Run.of(all);
        assertEquals(0, run.status(), run.out());
        assertFalse(
                cluster.kubectl("get", "services", "-o", "yaml").contains("198.51.100.8"), "shows an address of ours");
    }

    @Test
    void whatSomebodyElseHoldsIsNamedWithTheReason() {
        cluster.kubectl(
                "patch",
                "eip",
                "pool",
                "--type=merge",
                "--patch",
                "{\"metadata\":{\"finalizers\":[\"example.com/a\"]}}");
        Run run = Run.of(base + "--yes --timeout 15s");
        cluster.kubectl("patch", "eip", "pool", "--type=merge", "--patch", "{\"metadata\":{\"finalizers\":[]}}");
        assertEquals(1, run.status(), run.out());
        assertTrue(
                run.out()
                        .contains(
                                "  Eip pool: it is being deleted and waits for whoever set the finalizer example.com/a\n"),
                run.out());
        assertEquals(0, Run.of(all).status());
        nothingIsLeft();
    }

    @Test
    void definitionsThatSomebodyElseInstalledStay() {
        cluster.kubectl("label", "crd", "eips.network.kubesphere.io", "app.kubernetes.io/name=openelb", "--overwrite");
        Run run = Run.of(all);
        assertEquals(0, run.status(), run.out());
        assertEquals("eip.network.kubesphere.io/pool\n", cluster.kubectl("get", "eips", "-o", "name"));
        cluster.kubectl("label", "crd", "eips.network.kubesphere.io", "app.kubernetes.io/name=porterlb", "--overwrite");
        assertEquals(0, Run.of(all).status());
        nothingIsLeft();
    }
}
