package io.porterlb.test.cluster;

import io.porterlb.test.cluster.fabric.Topology;
import io.porterlb.test.cluster.kubernetes.ClusterDns;
import io.porterlb.test.cluster.kubernetes.ControlPlane;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.network.Forwarder;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.process.Parallel;
import io.porterlb.test.cluster.process.ProcessId;
import io.porterlb.test.cluster.process.Progress;
import io.porterlb.test.cluster.programs.CoreDns;
import io.porterlb.test.cluster.programs.FileLock;
import io.porterlb.test.cluster.programs.Supplies;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Starts one cluster: what does not depend on each other at the same time.
final class ClusterStart {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// How much the Pods of all nodes count for together, beside the programs of the machines, which count each.
    private static final int SHARE = 8;

    private final ClusterSpec spec;
    private final Lifetime lifetime;
    private final Progress progress;
    private final RunFolder folder;

    ClusterStart(ClusterSpec spec, Lifetime lifetime, Progress progress) {
        this.spec = spec;
        this.lifetime = lifetime;
        this.progress = progress;
        this.folder = new RunFolder(spec.name());
    }

    KubernetesCluster run() {
        Supplies supplies = supplies();
        Leftovers.remove(progress);
        claim();
        var cluster = new KubernetesCluster(new ClusterParts(spec));
        startOrUndo(supplies, cluster);
        if (lifetime == Lifetime.KEPT) {
            folder.write(new RunFolder.State(spec, Optional.empty()));
        }
        return cluster;
    }

    private Supplies supplies() {
        Supplies usual = Supplies.prepare(progress);
        return spec.dns() ? usual.with(CoreDns.archive(progress)) : usual;
    }

    /// From here on the name is ours. A kept cluster of the same name gives way; one that a living process owns does
    /// not. Until it is up, a cluster that is to be kept is ours too, so that an interrupted start leaves nothing.
    private void claim() {
        try (FileLock _ = RunFolder.lock()) {
            folder.read()
                    .flatMap(RunFolder.State::owner)
                    .filter(ProcessId::isAlive)
                    .ifPresent(owner -> {
                        throw new IllegalStateException("cluster \"" + spec.name() + "\" is in use by process "
                                + owner.pid() + ": end that, or choose another name");
                    });
            new Teardown(folder).run();
            folder.write(new RunFolder.State(spec, Optional.of(ProcessId.own())));
        }
        Leftovers.removeAtExit(folder);
    }

    private void startOrUndo(Supplies supplies, KubernetesCluster cluster) {
        try {
            start(new ClusterParts(spec), supplies, cluster);
        } catch (RuntimeException e) {
            new Teardown(folder).runButKeepLogs();
            throw e;
        }
    }

    private void start(ClusterParts parts, Supplies supplies, KubernetesCluster cluster) {
        progress.says("cluster %s: network (%s), control plane and %d nodes ..."
                .formatted(spec.name(), spec.fabric().kind(), spec.nodes()));
        parts.cgroup().create();
        parts.cgroup().countFor(SHARE);
        parts.programsCgroup().create();
        HostProcess forwarder = startForwarder(parts);
        parts.fabric().create();
        parts.pki().create(parts.addresses(), port(forwarder));
        ControlPlane controlPlane = parts.controlPlane();
        Parallel.run(List.of(
                controlPlane::startApiServer,
                parts.fabric()::startRouters,
                () -> Parallel.each(parts.nodes(), node -> startRuntime(node, supplies.images()))));
        progress.says("API server is ready; waiting for nodes and routers ...");
        Parallel.run(List.of(
                controlPlane::startControllers,
                () -> Parallel.each(
                        parts.nodes(), node -> node.startKubelet(supplies.programs(), spec.proxyMode(), parts.pki())),
                () -> awaitNodes(cluster),
                parts.fabric()::awaitRouterSessions));
    }

    /// The forwarder needs the JDK and our own classes only, hence the class path of one entry.
    private static HostProcess startForwarder(ClusterParts parts) {
        return HostProcess.start(
                parts.host(),
                "forwarder",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        ownClasses().toString(),
                        Forwarder.class.getName(),
                        parts.fabric().namespace(Topology.CONTROL_PLANE).name(),
                        parts.addresses().controlPlane(),
                        Integer.toString(ControlPlane.PORT)));
    }

    private static int port(HostProcess forwarder) {
        String line = forwarder.awaitLine(Forwarder.LISTENING, LIMIT);
        return Integer.parseInt(line.substring(line.indexOf(Forwarder.LISTENING) + Forwarder.LISTENING.length()));
    }

    private static Path ownClasses() {
        try {
            return Path.of(Forwarder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void startRuntime(KubernetesNode node, List<Path> images) {
        if (spec.cni()) {
            node.applyCni();
        }
        node.startRuntime(images);
    }

    /// Pods can be made from then on: each needs the service account.
    private void awaitNodes(KubernetesCluster cluster) {
        var nodes = new NodesCheck(cluster);
        if (spec.cni()) {
            nodes.awaitReady();
        } else {
            nodes.awaitRegistered();
        }
        cluster.kubectl("wait", "--for=create", "serviceaccount/default", "--timeout=300s");
        if (spec.dns()) {
            startDns(cluster);
        }
    }

    /// Without a network its Pod waits, as all do.
    private void startDns(KubernetesCluster cluster) {
        cluster.apply(ClusterDns.manifest(cluster.fabric().addresses(), CoreDns.image()));
        if (spec.cni()) {
            cluster.kubectl("-n", "kube-system", "rollout", "status", "deployment/coredns", "--timeout=300s");
            new DnsCheck(cluster).awaitAnswers();
        }
    }
}
