package io.porterlb.porterctl.uninstall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.KubernetesCluster;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs that must not change anything, in a real cluster: no object has another resourceVersion afterwards.
@Tag("cluster")
@Timeout(300)
class RefusalTest {
    private static final KubernetesCluster CLUSTER = Installed.CLUSTER;
    private static final String BASE = "--kubeconfig " + CLUSTER.kubeconfig() + " ";

    private Map<String, String> versions = Map.of();

    @BeforeAll
    static void install() {
        Installed.before();
        Installed.install();
    }

    @AfterAll
    static void whoSaysYesIsObeyed() {
        Run run = Run.of(_ -> Optional.of("yes"), BASE);
        assertEquals(0, run.status(), run.out());
    }

    @BeforeEach
    void look() {
        versions = Installed.versions();
    }

    @AfterEach
    void nothingHasChanged() {
        assertEquals(versions, Installed.versions());
    }

    @Test
    void aDryRunSaysWhatWouldBeDone() {
        Run run = Run.of(BASE + "--dry-run --yes");
        assertEquals(0, run.status());
        assertTrue(run.out().contains("would delete Deployment porterlb-system/porter-manager\n"), run.out());
        assertTrue(run.out().contains("would clean Service default/classy: address 198.51.100.8, "), run.out());
        assertTrue(run.out().contains("would delete Namespace porterlb-system: with all that is in it\n"), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.startsWith("would ")), run.out());
    }

    @Test
    void whereThereIsNobodyToAskYesMustBeSaid() {
        Run run = Run.of(BASE);
        assertEquals(2, run.status());
        assertTrue(run.err().contains("there is no terminal to ask at: say --yes"), run.err());
    }

    @Test
    void anyAnswerButYesIsNo() {
        Run run = Run.of(_ -> Optional.of("y"), BASE);
        assertEquals(2, run.status());
        assertTrue(run.err().contains("nothing was done"), run.err());
    }

    @Test
    void anotherNamespaceIsNotGuessed() {
        Run run = Run.of(BASE + "--yes --namespace elsewhere");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("is not in namespace elsewhere: say --namespace porterlb-system."), run.err());
    }
}
