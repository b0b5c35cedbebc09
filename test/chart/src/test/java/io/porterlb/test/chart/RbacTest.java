package io.porterlb.test.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Rights are as few as can be: all of them stand here, so that a new one is a decision.
class RbacTest extends ChartTest {
    /// The Job's in the whole cluster, where the CRDs stay.
    private static final List<String> KEEPING = List.of(
            "bgpconfs list",
            "bgpconfs patch",
            "bgppeers list",
            "bgppeers patch",
            "eips list",
            "eips patch",
            "nodes list",
            "porteraddresses delete",
            "porteraddresses list",
            "portercouncils delete",
            "portercouncils list",
            "porternodes delete",
            "porternodes list",
            "services list",
            "services/status patch");

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
    void theManagerReadsWhatItWatchesAndWritesAddressesStatusAndNodes() {
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
                        "endpointslices list",
                        "events create",
                        "events patch",
                        "namespaces get",
                        "namespaces list",
                        "namespaces watch",
                        "nodes get",
                        "nodes list",
                        "nodes patch",
                        "nodes watch",
                        "nodes/status patch",
                        "porteraddresses create",
                        "porteraddresses delete",
                        "porteraddresses get",
                        "porteraddresses list",
                        "porteraddresses patch",
                        "porteraddresses watch",
                        "portercouncils create",
                        "portercouncils get",
                        "portercouncils list",
                        "portercouncils patch",
                        "portercouncils watch",
                        "porternodes get",
                        "porternodes list",
                        "porternodes watch",
                        "services get",
                        "services list",
                        "services watch",
                        "services/status patch",
                        "subjectaccessreviews create",
                        "tokenreviews create"),
                rights("ClusterRole/porterlb:manager"));
        assertEquals(
                List.of(
                        "leases create",
                        "leases get porterlb-manager",
                        "leases list porterlb-manager",
                        "leases patch porterlb-manager",
                        "leases watch porterlb-manager",
                        "secrets create",
                        "secrets get porterlb-layer2"),
                rights("Role/porterlb:manager"));
    }

    @Test
    void theManagerMayDeleteNodesOnlyWhereAnInventoryIsGiven() {
        List<String> without = rights("ClusterRole/porterlb:manager", "cloudConfig.rules[0].zone=a");
        List<String> with = rights("ClusterRole/porterlb:manager", "cloudConfig.inventory.nodes[0].name=node1");
        assertEquals(without, rights("ClusterRole/porterlb:manager"));
        assertEquals(
                List.of("nodes delete"),
                with.stream().filter(right -> !without.contains(right)).toList());
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
                        "portercouncils get",
                        "portercouncils list",
                        "portercouncils watch",
                        "porternodes create",
                        "porternodes list",
                        "porternodes/status patch",
                        "services get",
                        "services list",
                        "services watch"),
                rights("ClusterRole/porterlb:agent"));
    }

    @Test
    void anAgentHasTheLeaseOfTheWitnessOnlyWhereThereIsOne() {
        assertEquals(
                List.of(
                        "events create",
                        "events patch",
                        "leases create",
                        "leases get porterlb-layer2",
                        "leases list porterlb-layer2",
                        "leases patch porterlb-layer2",
                        "leases watch porterlb-layer2"),
                rights("Role/porterlb:agent-witness", "layer2.witness=lease"));
        assertTrue(CHART.render().stream().noneMatch(object -> object.id().equals("Role/porterlb:agent-witness")));
    }

    @Test
    void anAgentWatchesNoSecretButItsKeysAndThoseThatAreNamed() {
        assertEquals(
                List.of("secrets list porterlb-layer2", "secrets watch porterlb-layer2"),
                rights("Role/porterlb:agent-keys"));
        assertEquals(
                List.of("Role/porterlb:agent-keys", "Role/porterlb:manager", "Role/porterlb:uninstall"),
                CHART.render().stream()
                        .filter(object -> object.json().toString().contains("\"secrets\""))
                        .map(KubeObject::id)
                        .sorted()
                        .toList());
        assertEquals(
                List.of("secrets list", "secrets watch"),
                rights("Role/porterlb:agent-passwords", "authSecretNames={*}"));
        assertEquals(
                List.of("secrets list leaf1,leaf2", "secrets watch leaf1,leaf2"),
                rights("Role/porterlb:agent-passwords", "authSecretNames={leaf1,leaf2}"));
    }

    @Test
    void whoMayViewTheClusterReadsWhatUsersWriteAndNobodyGetsWriting() {
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
                        "eips watch"),
                rights("ClusterRole/porterlb:view"));
        List<String> aggregated = CHART.render().stream()
                .filter(object -> object.json().toString().contains("rbac.authorization.k8s.io/aggregate-to-"))
                .map(KubeObject::id)
                .toList();
        assertEquals(List.of("ClusterRole/porterlb:view"), aggregated);
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
                        "leases delete porterlb-manager,porterlb-layer2",
                        "leases get porterlb-manager,porterlb-layer2",
                        "pods delete",
                        "pods list",
                        "secrets delete porterlb-layer2",
                        "secrets get porterlb-layer2"),
                names);
        String crds = " eips.network.kubesphere.io,bgpconfs.network.kubesphere.io,bgppeers.network.kubesphere.io,"
                + "porteraddresses.porterlb.io,porternodes.porterlb.io,portercouncils.porterlb.io";
        var deleting = new TreeSet<>(KEEPING);
        deleting.addAll(List.of(
                "bgpconfs delete",
                "bgppeers delete",
                "customresourcedefinitions delete" + crds,
                "customresourcedefinitions get" + crds,
                "eips delete"));
        assertEquals(List.copyOf(deleting), rights("ClusterRole/porterlb:uninstall"));
        for (String values : List.of("crds.keep=true", "crds.install=false")) {
            assertEquals(KEEPING, rights("ClusterRole/porterlb:uninstall", values), values);
        }
        CHART.render().stream()
                .filter(object ->
                        object.label("app.kubernetes.io/component").orElse("").equals("uninstall"))
                .forEach(object -> assertEquals(
                        "pre-delete", object.annotation("helm.sh/hook").orElse(""), object.id()));
    }

    @Test
    void noRuleHasAWildcardOrReadsSecretsOfTheCluster() {
        for (KubeObject object : CHART.render("authSecretNames={*}")) {
            for (KubeObject rule : object.list("rules")) {
                String text = rule.json().toString();
                assertFalse(text.contains("*"), object.id() + " " + text);
                assertFalse(text.contains("secrets") && object.kind().equals("ClusterRole"), object.id());
                assertTrue(
                        !text.contains("secrets")
                                || !rule.texts("verbs").contains("get")
                                || rule.texts("resourceNames").equals(List.of("porterlb-layer2")),
                        object.id());
            }
        }
    }
}
