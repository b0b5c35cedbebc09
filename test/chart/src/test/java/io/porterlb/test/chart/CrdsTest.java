package io.porterlb.test.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The CRDs follow the chart's versions, and users' objects are lost only where they are told so.
class CrdsTest extends ClusterTest {
    private static final String EIPS = "crd/eips.network.kubesphere.io";
    private static final String EIP = """
            apiVersion: network.kubesphere.io/v1alpha2
            kind: Eip
            metadata: {name: kept}
            spec: {address: 192.0.2.0/28}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anUpgradeChangesThemAndARollbackChangesThemBack() throws IOException {
        install().run();
        upgrade(newer()).run();
        assertTrue(columns().contains("newcolumn"));
        helm("rollback", Chart.RELEASE, "--namespace", Chart.NAMESPACE).run();
        assertEquals(-1, columns().indexOf("newcolumn"));
    }

    /// A next version of the chart, whose Eips have one more column.
    private Chart newer() throws IOException {
        Command.of("cp", "-r", CHART.folder().toString(), folder.toString()).run();
        Chart copy = new Chart(CHART.helm(), folder.resolve("porterlb"));
        Path crd = copy.folder().resolve("files/crds/eips.yaml");
        String text = Files.readString(crd);
        String columns = "additionalPrinterColumns:\n";
        String one = "        - {name: newcolumn, type: string, jsonPath: .spec.protocol}\n";
        Files.writeString(crd, text.replace(columns, columns + one));
        return copy;
    }

    private static String columns() {
        return cluster().kubectl("get", EIPS, "-o", "jsonpath={.spec.versions[*].additionalPrinterColumns[*].name}");
    }

    @Test
    void keptOnesStayWithTheirObjectsAndANewReleaseTakesThemOver() {
        install("--set", "crds.keep=true").run();
        cluster().kubectl("wait", "--for=condition=Established", "--timeout=300s", EIPS);
        cluster().apply(EIP);
        uninstall();
        assertEquals(6, ours().size(), ours().toString());
        String uid = uid();
        install("--set", "crds.keep=true").run();
        assertEquals(uid, uid());
        upgrade(CHART, "--set", "crds.keep=false").run();
        uninstall();
        assertEquals(List.of(), ours());
    }

    private static String uid() {
        return cluster().kubectl("get", "eip", "kept", "-o", "jsonpath={.metadata.uid}");
    }

    @Test
    void thoseOfOthersAreTakenOverOnlyToBeKept() {
        cluster().kubectl("apply", "-f", Chart.manifests().resolve("crds").toString());
        cluster().kubectl("wait", "--for=condition=Established", "--timeout=300s", EIPS);
        cluster().apply(EIP);
        String uid = uid();
        String sentence = "is there already and is not of this release";
        assertRefused(install(), sentence);
        assertRefused(install("--take-ownership"), sentence);
        install("--take-ownership", "--set", "crds.keep=true").run();
        uninstall();
        assertEquals(uid, uid());
        install().run(); // they are this release's now, and who says so gives them up
        uninstall();
        assertEquals(List.of(), ours());
    }

    @Test
    void turningThemOffIsRefusedWhereItWouldDeleteThem() {
        install().run();
        assertRefused(upgrade(CHART, "--set", "crds.install=false"), "Upgrade with crds.keep=true first");
        upgrade(CHART, "--set", "crds.keep=true").run();
        upgrade(CHART, "--set", "crds.install=false").run();
        uninstall();
        assertEquals(6, ours().size(), ours().toString());
    }
}
