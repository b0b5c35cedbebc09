package io.porterlb.manager.model;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesApi;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Random histories against a real API server: whatever users, accidents and crashes do, no address is held
/// twice, lost, or moved without cause, and every refusal is explained. `-Dporterlb.model.seed=…` repeats the
/// choices of a history, though not how fast the managers are; `-Dporterlb.model.changes=…` makes it longer.
@Tag("model")
class AllocationModelTest {
    @RegisterExtension
    static final ClusterExtension CLUSTER =
            ClusterExtension.perClass(spec -> spec.withNodes(1).withCni(false).withIpv6(true));

    private static final int CHANGES = 250;

    @BeforeAll
    static void install() {
        CLUSTER.cluster().kubectl("apply", "-f", System.getProperty("porterlb.root") + "/manifests/crds");
        CLUSTER.cluster().kubectl("wait", "--for=condition=Established", "--timeout=60s", "crd", "--all");
        Await.until(Duration.ofSeconds(60), AllocationModelTest::listed);
    }

    /// Right after a definition the API server answers for a moment that its storage is being initialized.
    private static boolean listed() {
        return Command.of(
                                CLUSTER.cluster().kubectlProgram().toString(),
                                "--kubeconfig=" + CLUSTER.cluster().kubeconfig(),
                                "get",
                                "eips,porteraddresses")
                        .result()
                        .exitStatus()
                == 0;
    }

    @Test
    @Timeout(3600)
    void noHistoryBreaksTheRules() {
        long seed = Long.getLong("porterlb.model.seed", System.nanoTime());
        System.out.println("seed " + seed);
        try (KubernetesApi api = CLUSTER.cluster().api();
                History history = new History(api, CLUSTER.cluster().kubeconfig(), seed)) {
            history.run(Integer.getInteger("porterlb.model.changes", CHANGES));
            System.out.println(history.figures());
        }
    }
}
