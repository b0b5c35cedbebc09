package io.porterlb.test.e2e.install;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.e2e.pods.PodProcess;
import io.porterlb.test.e2e.pods.Restart;
import io.porterlb.test.e2e.pods.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The Pods of an installation, however it came about.
///
/// @param namespace where they are
public record PorterPods(KubernetesCluster cluster, String namespace) {
    private static final String MANAGER = "porter-manager";
    private static final String AGENT = "porter-agent";
    private static final String PATIENCE = "--timeout=300s";
    private static final Duration RESTART = Duration.ofMinutes(2);

    /// Waits until every Pod is the newest one and ready.
    public void awaitReady() {
        kubectl("rollout", "status", "deployment/" + MANAGER, PATIENCE);
        kubectl("rollout", "status", "daemonset/" + AGENT, PATIENCE);
    }

    /// The images of all that run, as their containers name them.
    public Set<String> images() {
        String names = kubectl(
                "get",
                "pods",
                "--selector=app.kubernetes.io/name=porterlb",
                "--output=jsonpath={.items[*].spec.containers[*].image}");
        return new TreeSet<>(List.of(names.split(" ", -1)));
    }

    /// The manager that leads, as a process of this machine.
    public PodProcess manager() {
        return PodProcess.of(cluster, namespace, leader(), MANAGER);
    }

    /// Name of its Pod, with which it holds the Lease.
    private String leader() {
        String holder = kubectl("get", "lease/porterlb-manager", "--output=jsonpath={.spec.holderIdentity}");
        return holder.substring(0, holder.indexOf('_'));
    }

    /// A node's agent, as a process of this machine.
    public PodProcess agent(String node) {
        return process(AGENT, "--selector=" + component("agent"), "--field-selector=spec.nodeName=" + node);
    }

    /// Deletes a node's agent; returns when there is another one, and it is ready.
    public void replaceAgent(String node) {
        kubectl("delete", "pods", "--selector=" + component("agent"), "--field-selector=spec.nodeName=" + node);
        awaitReady();
    }

    /// Replaces all agents, as an upgrade does; returns when the last one is ready.
    public void rollAgents() {
        kubectl("rollout", "restart", "daemonset/" + AGENT);
        awaitReady();
    }

    /// The node of the manager that leads.
    public String managerNode() {
        return kubectl("get", "pod/" + leader(), "--output=jsonpath={.spec.nodeName}");
    }

    /// Takes the managers away, until [#startManager]; returns when their Pods are gone.
    public void stopManager() {
        kubectl("scale", "deployment/" + MANAGER, "--replicas=0");
        kubectl("wait", "--for=delete", "pod", "--selector=" + component("manager"), PATIENCE);
    }

    /// Brings them back; returns when they are ready.
    public void startManager() {
        kubectl("scale", "deployment/" + MANAGER, "--replicas=2");
        kubectl("rollout", "status", "deployment/" + MANAGER, PATIENCE);
    }

    /// SIGKILL for the one that leads; returns when the kubelet has started it again and it is ready.
    public void killManager() {
        int before = restarts(MANAGER);
        manager().kill();
        if (!Await.until(RESTART, () -> restarts(MANAGER) > before)) {
            throw new IllegalStateException("the kubelet has not restarted " + MANAGER + " after SIGKILL");
        }
        kubectl("wait", "--for=condition=Ready", "pod", "--selector=" + component("manager"), PATIENCE);
    }

    private int restarts(String container) {
        return restarts().stream()
                .filter(restart -> restart.container().equals(container))
                .mapToInt(Restart::count)
                .sum();
    }

    /// Containers that were started again, in the Pods that there are now.
    public List<Restart> restarts() {
        return Restart.in(cluster.kubectlJson(
                "--namespace", namespace, "get", "pods", "--selector=app.kubernetes.io/name=porterlb"));
    }

    /// What each container uses.
    public List<Usage> usage() {
        return cluster.nodes().stream()
                .map(KubernetesNode::name)
                .flatMap(node -> Usage.on(cluster, node, namespace).stream())
                .toList();
    }

    private PodProcess process(String container, String... which) {
        String[] get = {"get", "pods", "--output=jsonpath={.items[0].metadata.name}"};
        String pod = kubectl(join(get, which));
        return PodProcess.of(cluster, namespace, pod, container);
    }

    private static String component(String name) {
        return "app.kubernetes.io/name=porterlb,app.kubernetes.io/component=" + name;
    }

    private String kubectl(String... words) {
        return cluster.kubectl(join(new String[] {"--namespace", namespace}, words));
    }

    private static String[] join(String[] first, String... second) {
        String[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
