package io.porterlb.test.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every Pod, with values that differ: as few rights as it can have, and able to start where nothing else can.
class PodsTest extends ChartTest {
    private static final String POD = "spec.template.spec.";

    private static List<KubeObject> workloads(String values) {
        List<KubeObject> found = CHART.render(values.isEmpty() ? new String[0] : values.split(";", -1)).stream()
                .filter(KubeObject::hasPods)
                .toList();
        assertEquals(
                Set.of("Deployment/porter-manager", "DaemonSet/porter-agent", "Job/porter-uninstall"),
                found.stream().map(KubeObject::id).collect(Collectors.toSet()));
        return found;
    }

    private static List<KubeObject> containers(KubeObject workload) {
        List<KubeObject> all = workload.list(POD + "containers");
        assertEquals(1, all.size());
        assertTrue(workload.at(POD + "initContainers").isJsonNull());
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "agent.listenPrivileged=true", "apiServer.host=fd00::1", "manager.replicas=0"})
    void containersHaveNoRightThatTheyDoNotNeed(String values) {
        workloads(values)
                .forEach(workload -> containers(workload).forEach(container -> {
                    String where = workload.id() + " with " + values;
                    assertEquals("false", container.text("securityContext.allowPrivilegeEscalation"), where);
                    assertEquals("true", container.text("securityContext.readOnlyRootFilesystem"), where);
                    assertEquals("RuntimeDefault", container.text("securityContext.seccompProfile.type"), where);
                    assertEquals(List.of("ALL"), container.texts("securityContext.capabilities.drop"), where);
                    assertEquals("", container.text("securityContext.privileged"), where);
                    assertEquals(
                            capabilities(workload, values), container.texts("securityContext.capabilities.add"), where);
                    boolean agent = workload.kind().equals("DaemonSet");
                    assertEquals(agent ? "0" : "65532", container.text("securityContext.runAsUser"), where);
                    assertEquals(agent ? "" : "true", container.text("securityContext.runAsNonRoot"), where);
                }));
    }

    private static List<String> capabilities(KubeObject workload, String values) {
        if (!workload.kind().equals("DaemonSet")) {
            return List.of();
        }
        return values.contains("listenPrivileged")
                ? List.of("NET_ADMIN", "NET_RAW", "NET_BIND_SERVICE")
                : List.of("NET_ADMIN", "NET_RAW");
    }

    /// kube-proxy and others take it too: a lock in a file of its own would keep nobody out.
    @Test
    void theAgentSharesTheNodesLockOfIptablesAndNothingElseOfItsFiles() {
        workloads("").forEach(workload -> {
            List<KubeObject> ofHost = workload.list(POD + "volumes").stream()
                    .filter(volume -> !volume.at("hostPath").isJsonNull())
                    .toList();
            boolean agent = workload.kind().equals("DaemonSet");
            assertEquals(
                    agent ? List.of("/run/xtables.lock") : List.of(),
                    ofHost.stream().map(volume -> volume.text("hostPath.path")).toList());
            ofHost.forEach(volume -> assertEquals("FileOrCreate", volume.text("hostPath.type")));
            assertEquals(
                    ofHost.stream().map(volume -> volume.text("hostPath.path")).toList(),
                    containers(workload).getFirst().list("volumeMounts").stream()
                            .filter(mount -> mount.text("name").equals("xtables-lock"))
                            .map(mount -> mount.text("mountPath"))
                            .toList());
        });
    }

    @Test
    void theyNeedNoCniAndNoClusterDns() {
        workloads("").forEach(workload -> {
            assertEquals("true", workload.text(POD + "hostNetwork"), workload.id());
            assertEquals("Default", workload.text(POD + "dnsPolicy"), workload.id());
            assertEquals("", workload.text(POD + "hostPID") + workload.text(POD + "hostIPC"));
        });
    }

    @Test
    void variablesAndLabelsOfTheUserStandBesideOurs() {
        for (String program : List.of("manager", "agent")) {
            String values = "apiServer.host=::1;%1$s.env[0].name=LOG;%1$s.env[0].value=x;%1$s.podLabels.team=net"
                    .formatted(program);
            KubeObject workload = workloads(values).stream()
                    .filter(w -> w.name().equals("porter-" + program))
                    .findFirst()
                    .orElseThrow();
            List<String> names = containers(workload).getFirst().list("env").stream()
                    .map(variable -> variable.text("name"))
                    .toList();
            List<String> last = List.of("KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT", "LOG");
            assertEquals(last, names.subList(names.size() - 3, names.size()));
            var labels = workload.at("spec.template.metadata.labels").getAsJsonObject();
            assertEquals("net", labels.get("team").getAsString());
            assertEquals(program, labels.get("app.kubernetes.io/component").getAsString());
        }
    }

    @Test
    void whatIsKnownOfTheNodesIsAFileOfTheManager() {
        String values = "cloudConfig.rules[0].name=a*;cloudConfig.rules[0].labels.row=seven";
        KubeObject file = KubeObject.find(CHART.render(values.split(";", -1)), "ConfigMap/porter-cloud-config");
        String text = file.at("data").getAsJsonObject().get("cloud.yaml").getAsString();
        assertEquals("rules:\n- labels:\n    row: seven\n  name: a*\n", text);
        KubeObject manager = KubeObject.find(CHART.render(values.split(";", -1)), "Deployment/porter-manager");
        KubeObject container = containers(manager).getFirst();
        assertTrue(container.texts("args").contains("--cloud-config=/etc/porterlb/cloud.yaml"));
        assertEquals("/etc/porterlb", container.list("volumeMounts").getLast().text("mountPath"));
        assertEquals(file.name(), manager.list(POD + "volumes").getLast().text("configMap.name"));
    }

    @Test
    void aManagerThatIsToldNothingOfTheNodesHasNoSuchFile() {
        List<KubeObject> objects = CHART.render("cloudConfig.inventory=null", "cloudConfig.rules=null");
        assertTrue(objects.stream().noneMatch(object -> object.json().toString().contains("cloud-config")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "manager.healthPort=20001;agent.healthPort=20002"})
    void programsAreProbedOnThePortThatTheyAreToldAndOnLoopbackOnly(String values) {
        workloads(values).stream()
                .filter(w -> !w.kind().equals("Job"))
                .forEach(workload -> containers(workload).forEach(container -> {
                    String address = container.texts("args").getFirst().replace("--health-address=", "");
                    assertEquals(values.isEmpty(), address.startsWith("127.0.0.1:1035"), address);
                    for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                        String get = probe + ".httpGet.";
                        assertEquals(address, container.text(get + "host") + ":" + container.text(get + "port"));
                    }
                    assertEquals("/readyz", container.text("readinessProbe.httpGet.path"));
                    assertEquals("/livez", container.text("livenessProbe.httpGet.path"));
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "image.registry=registry.example.com:5000/lb;image.tag=v2;image.pullSecrets={a}"})
    void imagesAndResourcesAreSaid(String values) {
        workloads(values)
                .forEach(workload -> containers(workload).forEach(container -> {
                    assertFalse(container.text("resources.requests.cpu").isEmpty());
                    assertFalse(container.text("resources.requests.memory").isEmpty());
                    assertFalse(container.text("resources.limits.memory").isEmpty());
                    assertEquals("", container.text("resources.limits.cpu"));
                    String name = workload.kind().equals("Job") ? "porterctl" : workload.name();
                    String image = values.isEmpty()
                            ? "ghcr.io/porterlb/" + name + ":0.1.0"
                            : "registry.example.com:5000/lb/" + name + ":v2";
                    assertEquals(image, container.text("image"));
                    assertEquals(
                            values.isEmpty() ? 0 : 1,
                            workload.list(POD + "imagePullSecrets").size());
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "apiServer.host=192.0.2.10;apiServer.port=443"})
    void theApiServerIsWhereTheValuesSay(String values) {
        workloads(values)
                .forEach(workload -> containers(workload).forEach(container -> {
                    List<String> variables = container.list("env").stream()
                            .filter(variable -> variable.text("name").startsWith("KUBERNETES_"))
                            .map(variable -> variable.text("name") + "=" + variable.text("value"))
                            .toList();
                    assertEquals(
                            values.isEmpty()
                                    ? List.of()
                                    : List.of("KUBERNETES_SERVICE_HOST=192.0.2.10", "KUBERNETES_SERVICE_PORT=443"),
                            variables);
                }));
    }

    @Test
    void theManagerServesWhatTheValuesSay() {
        KubeObject manager = KubeObject.find(
                CHART.render("manager.loadBalancerClass=a/b", "manager.requireAnnotation=true", "manager.args={--x}"),
                "Deployment/porter-manager");
        assertEquals(
                List.of(
                        "--health-address=127.0.0.1:10358",
                        "--bind-address=127.0.0.1",
                        "--secure-port=10258",
                        "--layer2-port=10361",
                        "--layer2-witness=none",
                        "--load-balancer-class=a/b",
                        "--require-annotation",
                        "--x"),
                containers(manager).getFirst().texts("args"));
    }

    @Test
    void bothProgramsAndThePolicyHaveTheSamePortForLayer2() {
        List<KubeObject> objects = CHART.render("layer2.port=4711", "layer2.witness=lease");
        KubeObject manager = KubeObject.find(objects, "Deployment/porter-manager");
        KubeObject agent = KubeObject.find(objects, "DaemonSet/porter-agent");
        List<String> flags = containers(manager).getFirst().texts("args");
        assertTrue(flags.containsAll(List.of("--layer2-port=4711", "--layer2-witness=lease")), flags.toString());
        assertTrue(containers(agent).getFirst().texts("args").contains("--layer2-port=4711"));
        assertTrue(
                KubeObject.find(objects, "NetworkPolicy/porter-agent")
                        .list("spec.ingress")
                        .getFirst()
                        .list("ports")
                        .stream()
                        .anyMatch(port -> port.text("protocol").equals("UDP")
                                && port.text("port").equals("4711")));
    }

    /// In the host's network a container's port is the node's, of which the scheduler gives each but once.
    @Test
    void noTwoManagersAreOnOneNode() {
        assertEquals(List.of("10358", "10258"), ports("manager.replicas=2"));
        assertEquals(List.of("1111"), ports("manager.healthPort=1111", "manager.securePort=0"));
    }

    private static List<String> ports(String... values) {
        KubeObject manager = KubeObject.find(CHART.render(values), "Deployment/porter-manager");
        return containers(manager).getFirst().list("ports").stream()
                .map(port -> port.text("containerPort"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 10258, 0", "::1, 10258, 0", "0.0.0.0, 10258, 1", "0.0.0.0, 0, 0"})
    void thePortForMetricsIsOpenWhereItIsToBeReached(String address, String port, int rules) {
        KubeObject policy = KubeObject.find(
                CHART.render("manager.secureAddress=" + address, "manager.securePort=" + port),
                "NetworkPolicy/porter-manager");
        assertEquals(rules, policy.list("spec.ingress").size());
    }

    @Test
    void aNewManagerStartsWhereAnOldOneHasEnded() {
        KubeObject several = KubeObject.find(CHART.render(), "Deployment/porter-manager");
        assertEquals("2", several.text("spec.replicas"));
        assertEquals("0", several.text("spec.strategy.rollingUpdate.maxSurge"));
        assertEquals("1", several.text("spec.strategy.rollingUpdate.maxUnavailable"));
        KubeObject one = KubeObject.find(CHART.render("manager.replicas=1"), "Deployment/porter-manager");
        assertEquals("Recreate", one.text("spec.strategy.type"));
        assertTrue(one.at("spec.strategy.rollingUpdate").isJsonNull());
    }

    @Test
    void theManagersReplicasAreSpreadByTheirOwnLabels() {
        KubeObject manager = KubeObject.find(CHART.render(), "Deployment/porter-manager");
        KubeObject spread = manager.list(POD + "topologySpreadConstraints").getFirst();
        assertEquals(manager.at("spec.selector"), spread.at("labelSelector"));
    }
}
