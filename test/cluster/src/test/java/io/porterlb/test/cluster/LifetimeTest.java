package io.porterlb.test.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.fabric.FabricKind;
import io.porterlb.test.cluster.fabric.FabricSpec;
import io.porterlb.test.cluster.process.Progress;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How clusters begin and end; needs root.
@Tag("cluster")
class LifetimeTest {
    private static final String NAME = "life" + ProcessHandle.current().pid();

    private static ClusterSpec spec(String suffix) {
        return ClusterSpec.of(NAME + suffix).withNodes(1);
    }

    @Test
    void twoClustersSideBySideDoNotNoticeEachOther() {
        try (var first = KubernetesCluster.start(spec("a"))) {
            try (var second = KubernetesCluster.start(
                    spec("b").withFabric(FabricSpec.of(FabricKind.LEAF_SPINE)).withIpv6(true))) {
                first.kubectl("create", "namespace", "only-in-the-first");
                assertThrows(RuntimeException.class, () -> second.kubectl("get", "namespace", "only-in-the-first"));
                assertEquals(
                        1,
                        second.kubectlJson("get", "nodes")
                                .getAsJsonArray("items")
                                .size());
            }
            assertEquals(Footprint.NONE, Footprint.of(NAME + "b"));
            assertEquals(
                    1, first.kubectlJson("get", "nodes").getAsJsonArray("items").size());
        }
        assertEquals(Footprint.NONE, Footprint.of(NAME + "a"));
    }

    @Test
    void clusterOfALivingProcessIsNotReplaced() {
        try (var _ = KubernetesCluster.start(spec("c"))) {
            var failure = assertThrows(IllegalStateException.class, () -> KubernetesCluster.start(spec("c")));
            assertTrue(
                    String.valueOf(failure.getMessage()).startsWith("cluster \"" + NAME + "c\" is in use by process "));
        }
    }

    @Test
    void leftoversOfAKilledJvmAreRemovedByTheNextStart() throws Exception {
        String killed = NAME + "k";
        Process jvm = startJvm(killed);
        jvm.destroyForcibly().waitFor();
        assertNotEquals(Footprint.NONE, Footprint.of(killed));
        assertEquals(Optional.empty(), KubernetesCluster.find(killed).map(KubernetesCluster::spec));
        Leftovers.remove(Progress.silent());
        assertEquals(Footprint.NONE, Footprint.of(killed));
    }

    @Test
    void jvmThatEndsInOrderTakesItsClusterWithIt() throws Exception {
        Process jvm = startJvm(NAME + "o");
        jvm.destroy();
        jvm.waitFor();
        assertEquals(Footprint.NONE, Footprint.of(NAME + "o"));
    }

    private static Process startJvm(String cluster) throws Exception {
        String modules = System.getProperty("jdk.module.path") + ":" + System.getProperty("java.class.path");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dporterlb.root=" + System.getProperty("porterlb.root"),
                        "-cp",
                        Path.of("target/test-classes").toAbsolutePath() + ":" + modules,
                        OwnedClusterMain.class.getName(),
                        cluster))
                .redirectError(Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("up", out.readLine());
        return process;
    }
}
