package io.porterlb.test.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Rights are as few as can be: all of them stand here, so that a new one is a decision.
class RbacTest extends ChartTest {
    private static List<String> rights(String id, String... values) {
        var found = new TreeSet<String>();
        for (KubeObject rule : KubeObject.find(CHART.render(values), id).list("rules")) {
            String names = String.join(",", rule.texts("resourceNames"));
            for (String resource : rule.texts("resources")) {
                rule.texts("verbs")
                        .forEach(verb -> found.add(resource + " " + verb + (names.isEmpty() ? "" : " " + names)));
            }
        }
        return List.copyOf(found);
    }

    @Test
    void theManagerReadsWhatItWatchesAndWritesAddressesStatusAndTheTaint() {
        assertEquals(
                List.of(
                        "bgpconfs get",
                        "bgpconfs list",
                        "bgpconfs watch",
                        "bgpconfs/status patch",
                        "bgppeers get",
                        "bgppeers list",
                        "bgppeers watch",
                        "bgppeers/status patch",
                        "eips get",
                        "eips list",
                        "eips watch",
                        "eips/status patch",
                        "events create",
                        "events patch",
                        "namespaces get",
                        "namespaces list",
                        "namespaces watch",
                        "nodes get",
                        "nodes list",
                        "nodes patch",
                        "nodes watch",
                        "porteraddresses create",
                        "porteraddresses delete",
                        "porteraddresses get",
                        "porteraddresses list",
                        "porteraddresses watch",
                        "porternodes get",
                        "porternodes list",
                        "porternodes watch",
                        "services get",
                        "services list",
                        "services watch",
                        "services/status patch"),
                rights("ClusterRole/porterlb:manager"));
    }

    @Test
    void anAgentReadsWhatItWatchesAndWritesItsReport() {
        assertEquals(
                List.of(
                        "bgpconfs get",
                        "bgpconfs list",
                        "bgpconfs watch",
                        "bgppeers get",
                        "bgppeers list",
                        "bgppeers watch",
                        "eips get",
                        "eips list",
                        "eips watch",
                        "endpointslices get",
                        "endpointslices list",
                        "endpointslices watch",
                        "nodes get",
                        "nodes list",
                        "nodes watch",
                        "porteraddresses get",
                        "porteraddresses list",
                        "porteraddresses watch",
                        "porternodes create",
                        "porternodes/status patch",
                        "services get",
                        "services list",
                        "services watch"),
                rights("ClusterRole/porterlb:agent"));
    }

    @Test
    void anAgentWatchesSecretsOfItsNamespaceOrTheNamedOnesOnly() {
        assertEquals(List.of("secrets list", "secrets watch"), rights("Role/porterlb:agent-passwords"));
        assertEquals(
                List.of("secrets list leaf1,leaf2", "secrets watch leaf1,leaf2"),
                rights("Role/porterlb:agent-passwords", "authSecretNames={leaf1,leaf2}"));
    }

    @Test
    void theUninstallJobDeletesWhatIsOursAndItsRightsAreHooks() {
        List<String> names = rights("Role/porterlb:uninstall");
        assertEquals(
                List.of(
                        "daemonsets delete porter-agent",
                        "daemonsets get porter-agent",
                        "deployments delete porter-manager",
                        "deployments get porter-manager",
                        "pods delete",
                        "pods list",
                        "pods watch"),
                names);
        List<String> cluster = rights("ClusterRole/porterlb:uninstall");
        assertTrue(
                cluster.stream()
                        .filter(right -> right.startsWith("customresourcedefinitions"))
                        .allMatch(right -> right.split(",", -1).length == 5),
                cluster.toString());
        for (String values : List.of("crds.keep=true", "crds.install=false")) {
            assertFalse(
                    rights("ClusterRole/porterlb:uninstall", values).toString().contains("customresource"), values);
        }
        CHART.render().stream()
                .filter(object ->
                        object.label("app.kubernetes.io/component").orElse("").equals("uninstall"))
                .forEach(object -> assertEquals(
                        "pre-delete", object.annotation("helm.sh/hook").orElse(""), object.id()));
    }

    @Test
    void noRuleHasAWildcardOrReadsSecretsOfTheCluster() {
        for (KubeObject object : CHART.render()) {
            for (KubeObject rule : object.list("rules")) {
                String text = rule.json().toString();
                assertFalse(text.contains("*"), object.id() + " " + text);
                assertFalse(text.contains("secrets") && object.kind().equals("ClusterRole"), object.id());
                assertFalse(text.contains("secrets") && text.contains("get"), object.id());
            }
        }
    }
}
