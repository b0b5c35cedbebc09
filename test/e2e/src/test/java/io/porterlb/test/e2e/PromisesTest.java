package io.porterlb.test.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterSpec;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.fabric.FabricKind;
import io.porterlb.test.cluster.fabric.FabricSpec;
import io.porterlb.test.e2e.install.Installation;
import io.porterlb.test.e2e.paths.Paths;
import io.porterlb.test.e2e.promise.Promises;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// The promises of the demo, on a real Kubernetes in a leaf-spine fabric. How long a gap lasts is judged by the
/// demo alone: a test machine may be slow.
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromisesTest {
    private KubernetesCluster cluster;
    private Stage stage;

    @BeforeAll
    void start() {
        cluster = KubernetesCluster.start(
                ClusterSpec.of("promises-" + ProcessHandle.current().pid())
                        .withFabric(FabricSpec.of(FabricKind.LEAF_SPINE).withBfd()));
        stage = new Stage(cluster, Installation.install(cluster).pods(), new Paths(cluster), false);
    }

    @AfterAll
    void end() {
        cluster.close();
    }

    @TestFactory
    Stream<DynamicTest> holds() {
        return Promises.ALL.stream().map(promise -> DynamicTest.dynamicTest(promise.name(), () -> check(promise)));
    }

    private void check(Promise promise) throws Exception {
        Report report = new Report(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        promise.check(stage, report);
        assertEquals(List.of(), report.failures());
        assertTrue(
                report.lines().stream().anyMatch(line -> line.outcome() == Report.Outcome.OK),
                "nothing was checked: " + report.lines());
    }

    @Test
    void runsInANamedModule() {
        assertTrue(PromisesTest.class.getModule().isNamed());
    }
}
