package io.porterlb.test.cluster.kubernetes;

import io.porterlb.test.cluster.fabric.Addresses;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Cgroup;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.process.ProcessId;
import io.porterlb.test.cluster.programs.KubernetesProgram;
import io.porterlb.test.cluster.programs.KubernetesPrograms;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A node: containerd, kubelet and kube-proxy in namespaces of their own. A handle, as [HostProcess] is.
public final class KubernetesNode {
    private static final String CONTAINERD = "containerd";
    private static final String SOCKET = "/run/containerd/containerd.sock";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final int number;
    private final MachineSpace machine;
    private final Addresses addresses;
    private final Cgroup pods;

    /// @param pods the control group that kubelet puts the Pods' groups in
    public KubernetesNode(int number, MachineSpace machine, Addresses addresses, Cgroup pods) {
        this.number = number;
        this.machine = machine;
        this.addresses = addresses;
        this.pods = pods;
    }

    public String name() {
        return machine.role();
    }

    /// Its InternalIP, IPv4.
    public String address() {
        return addresses.node(number);
    }

    /// Its InternalIP for IPv6, where the cluster has it.
    public Optional<String> address6() {
        return addresses.ipv6() ? Optional.of(addresses.node6(number)) : Optional.empty();
    }

    public NetworkNamespace namespace() {
        return machine.namespace();
    }

    /// Starts a program as the node's own: in its network, and with its `/run`, `/var/lib` and `/var/log`.
    ///
    /// @param name unique on this node
    public HostProcess start(String name, String... command) {
        return HostProcess.start(machine.place(), name, List.of(command));
    }

    /// A program of this node by its name, alive or not.
    public Optional<HostProcess> process(String name) {
        return HostProcess.find(machine.place(), name);
    }

    public HostProcess kubelet() {
        return required(KubernetesProgram.KUBELET.fileName());
    }

    public HostProcess containerd() {
        return required(CONTAINERD);
    }

    public HostProcess kubeProxy() {
        return required(KubernetesProgram.PROXY.fileName());
    }

    private HostProcess required(String name) {
        return process(name).orElseThrow(() -> new IllegalStateException(name + " was never started on " + name()));
    }

    /// Gives it a CNI configuration; containerd takes it up when it is there, at its start or later. May be repeated.
    public void applyCni() {
        MachineFiles.write(machine, "cni/10-pods.conflist", NodeConfig.cni(addresses.podNetworks(number)));
    }

    /// Starts containerd and gives it the images; needs no API server.
    public void startRuntime(List<Path> images) {
        machine.create();
        Path config =
                MachineFiles.write(machine, "containerd.toml", NodeConfig.containerd(machine.outside("/config/cni")));
        awaitSocket(start(CONTAINERD, CONTAINERD, "--config", config.toString()));
        images.forEach(this::load);
    }

    private void awaitSocket(HostProcess containerd) {
        boolean up = Await.until(LIMIT, () -> !containerd.isAlive() || listens(machine.outside(SOCKET)));
        if (!up || !containerd.isAlive()) {
            throw containerd.failure("it does not listen on its socket");
        }
    }

    /// The socket is there a moment before anybody listens.
    private static boolean listens(Path socket) {
        try (SocketChannel _ = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Imports the images of a docker-archive or OCI archive.
    public void load(Path archive) {
        ctr("images", "import", archive.toAbsolutePath().toString());
    }

    private void ctr(String... words) {
        var command = new java.util.ArrayList<>(
                List.of("ctr", "--address", machine.outside(SOCKET).toString(), "--namespace", "k8s.io"));
        command.addAll(List.of(words));
        Command.of(command).run();
    }

    /// The first process of a container that runs on this node, of which its other ones are descendants.
    ///
    /// @param id containerd's, 64 hexadecimal digits
    public Optional<ProcessId> containerProcess(String id) {
        Set<Long> processes = pods.find(id).map(Cgroup::processes).orElse(Set.of());
        return processes.stream()
                .filter(pid -> !processes.contains(parent(pid)))
                .findFirst()
                .flatMap(ProcessId::running);
    }

    private static long parent(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(ProcessHandle::parent)
                .map(ProcessHandle::pid)
                .orElse(0L);
    }

    /// Starts kubelet and kube-proxy. Needs the API server.
    public void startKubelet(KubernetesPrograms programs, ProxyMode proxyMode, Pki pki) {
        pods.create();
        Path resolvConf = MachineFiles.write(machine, "resolv.conf", "");
        Path config = MachineFiles.write(
                machine,
                "kubelet.yaml",
                NodeConfig.kubelet(name(), pods.path(), addresses.clusterDns(), resolvConf, pki));
        start(
                KubernetesProgram.KUBELET.fileName(),
                programs.file(KubernetesProgram.KUBELET).toString(),
                "--config=" + config,
                "--kubeconfig=" + pki.kubeconfig(name()),
                "--hostname-override=" + name(),
                "--node-ip=" + String.join(",", addresses.nodeAddresses(number)),
                "--cloud-provider=external");
        KubeProxy.start(machine, address(), addresses, programs, proxyMode, pki);
    }

    /// SIGKILL for all its processes at once, those of its Pods among them; its kernel goes on with its links,
    /// addresses
    /// and rules. Returns when they have ended.
    public void killAll() {
        Set<Long> pids = new TreeSet<>(pods.processes());
        pids.addAll(namespace().processes());
        pids.remove(machine.holder().pid());
        ProcessId.killAll(pids);
    }

    /// Starts what [#killAll] ended; kubelet does the rest, a while later.
    public void startAgain() {
        HostProcess containerd = containerd();
        containerd.restart();
        awaitSocket(containerd);
        kubelet().restart();
        kubeProxy().restart();
    }

    @Override
    public String toString() {
        return name();
    }
}
