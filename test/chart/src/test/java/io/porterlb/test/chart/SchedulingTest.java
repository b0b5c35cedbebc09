package io.porterlb.test.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// On which nodes Pods start and stay, as the scheduler and the taint manager of Kubernetes decide it.
class SchedulingTest extends ChartTest {
    private static final String POD = "spec.template.spec.";
    private static final String KUBERNETES = "node.kubernetes.io/";

    private static final List<String> MOVABLE = List.of("Deployment/porter-manager", "Job/porter-uninstall");

    private static List<KubeObject> tolerations(String id) {
        return KubeObject.find(CHART.render(), id).list(POD + "tolerations");
    }

    /// The tolerations that cover a taint. An empty key or effect covers every one.
    private static List<KubeObject> covering(String id, String key, String effect) {
        return tolerations(id).stream()
                .filter(t -> t.text("operator").equals("Exists"))
                .filter(t -> t.text("key").isEmpty() || t.text("key").equals(key))
                .filter(t -> t.text("effect").isEmpty() || t.text("effect").equals(effect))
                .toList();
    }

    /// What nodes have of which none is ready, initialized or has a CNI, as in a new cluster.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "node.cloudprovider.kubernetes.io/uninitialized",
                KUBERNETES + "not-ready",
                KUBERNETES + "network-unavailable",
                "node-role.kubernetes.io/control-plane"
            })
    void everythingStartsInANewCluster(String taint) {
        for (String id : List.of("Deployment/porter-manager", "Job/porter-uninstall", "DaemonSet/porter-agent")) {
            assertFalse(covering(id, taint, "NoSchedule").isEmpty(), id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                KUBERNETES + "unreachable",
                KUBERNETES + "unschedulable",
                KUBERNETES + "memory-pressure",
                KUBERNETES + "disk-pressure",
                KUBERNETES + "pid-pressure",
                KUBERNETES + "out-of-service",
                "example.com/of-the-user"
            })
    void onlyAgentsStartOnNodesThatAreLostOrDrainedOrFullOrSomebodys(String taint) {
        MOVABLE.forEach(id -> assertEquals(List.of(), covering(id, taint, "NoSchedule"), id));
        assertFalse(covering("DaemonSet/porter-agent", taint, "NoSchedule").isEmpty());
    }

    @Test
    void fromALostNodeTheManagerGoesAndAgentsStay() {
        Map<String, String> seconds = Map.of(KUBERNETES + "unreachable", "30", KUBERNETES + "not-ready", "300");
        seconds.forEach((taint, limit) -> {
            for (String id : MOVABLE) {
                List<KubeObject> covering = covering(id, taint, "NoExecute");
                assertEquals(1, covering.size(), id);
                assertEquals(limit, covering.getFirst().text("tolerationSeconds"), id);
            }
            KubeObject agents =
                    covering("DaemonSet/porter-agent", taint, "NoExecute").getFirst();
            assertEquals("", agents.text("tolerationSeconds"));
        });
        MOVABLE.forEach(id -> assertEquals(List.of(), covering(id, "example.com/any", "NoExecute"), id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes\\.io/arch=amd64", "kubernetes\\.io/os=plan9"})
    void onlyOnLinuxAndWhereTheUserSays(String label) {
        List<KubeObject> pods = CHART.render("manager.nodeSelector." + label, "agent.nodeSelector." + label).stream()
                .filter(KubeObject::hasPods)
                .toList();
        assertEquals(3, pods.size());
        for (KubeObject workload : pods) {
            var selected = workload.at(POD + "nodeSelector").getAsJsonObject();
            assertEquals("linux", selected.get("kubernetes.io/os").getAsString(), workload.id());
            assertEquals(label.contains("arch"), selected.has("kubernetes.io/arch"), workload.id());
        }
    }

    @Test
    void nobodyElsesPodsKeepOursOut() {
        CHART.render().stream().filter(KubeObject::hasPods).forEach(workload -> {
            String name = workload.text(POD + "priorityClassName");
            assertTrue(name.startsWith("system-"), workload.id() + " " + name);
        });
    }
}
