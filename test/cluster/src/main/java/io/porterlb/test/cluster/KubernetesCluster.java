package io.porterlb.test.cluster;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.fabric.Fabric;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.process.Parallel;
import io.porterlb.test.cluster.process.Place;
import io.porterlb.test.cluster.process.Progress;
import io.porterlb.test.cluster.programs.FileLock;
import io.porterlb.test.cluster.programs.KubernetesProgram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A real Kubernetes in network namespaces of this machine, with a network around it. Needs root.
///
/// ```java
/// try (var cluster = KubernetesCluster.start(ClusterSpec.of("mine"))) {
///     cluster.kubectl("get", "nodes");
///     cluster.fabric().cut("node1");
/// }
/// ```
///
/// Its nodes are Ready (where a CNI configuration was wanted), and keep the taint
/// `node.cloudprovider.kubernetes.io/uninitialized`: taking it away is a
/// cloud-controller-manager's work. Two clusters of different names don't notice each other. A handle: all state is in
/// the kernel and the run folder. May be used from any thread.
public final class KubernetesCluster implements AutoCloseable {
    private static final String PROXY = "kubectl-proxy";
    private static final String SERVING = "Starting to serve on ";

    private final ClusterParts parts;

    KubernetesCluster(ClusterParts parts) {
        this.parts = parts;
    }

    /// Starts a cluster that ends with this JVM, or earlier by [#close].
    public static KubernetesCluster start(ClusterSpec spec) {
        return start(spec, Lifetime.OWNED, Progress.silent());
    }

    /// Starts a cluster; returns when its nodes are Ready, or without CNI registered, and its routers' sessions are up.
    /// What is missing on the machine is installed and built first.
    ///
    /// @throws io.porterlb.test.cluster.programs.MissingPrerequisiteException for what can't be installed
    /// @throws IllegalStateException where something does not start: it names the program, its log and how that
    ///     ends, and leaves the run folder's logs in place
    public static KubernetesCluster start(ClusterSpec spec, Lifetime lifetime, Progress progress) {
        return new ClusterStart(spec, lifetime, progress).run();
    }

    /// The running cluster of this name, whoever started it.
    public static Optional<KubernetesCluster> find(String name) {
        return new RunFolder(name)
                .read()
                .filter(state -> !state.isLeftOver())
                .map(state -> new KubernetesCluster(new ClusterParts(state.spec())));
    }

    public ClusterSpec spec() {
        return parts.spec();
    }

    /// Logs are below `logs/ROLE`, by program.
    public Path folder() {
        return parts.folder().path();
    }

    /// The administrator's, for the machine's root namespace; it calls 127.0.0.1.
    public Path kubeconfig() {
        return parts.pki().outerKubeconfig();
    }

    /// The administrator's, for the cluster's own namespaces; it calls the control plane's address.
    public Path internalKubeconfig() {
        return parts.pki().internalKubeconfig();
    }

    /// The kubectl program.
    public Path kubectlProgram() {
        return parts.programs().file(KubernetesProgram.KUBECTL);
    }

    /// Runs kubectl as administrator and gives its standard output.
    ///
    /// @throws io.porterlb.test.cluster.process.CommandFailedException where its exit status is not 0
    public String kubectl(String... arguments) {
        return command(arguments).run();
    }

    /// The same with `-o json`.
    public JsonObject kubectlJson(String... arguments) {
        var words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("-o", "json"));
        return JsonParser.parseString(kubectl(words.toArray(String[]::new))).getAsJsonObject();
    }

    /// `kubectl apply` of YAML or JSON text.
    public String apply(String manifest) {
        return command("apply", "-f", "-").withInput(manifest).run();
    }

    /// The API server's own paths, as administrator; the caller closes it. The proxy behind it ends with the cluster.
    public KubernetesApi api() {
        HostProcess proxy = HostProcess.find(parts.host(), PROXY)
                .filter(HostProcess::isAlive)
                .orElseGet(() -> HostProcess.start(
                        parts.host(),
                        PROXY,
                        List.of(kubectlProgram().toString(), "--kubeconfig=" + kubeconfig(), "proxy", "--port=0")));
        String line = proxy.awaitLine(SERVING, Duration.ofSeconds(30));
        return new KubernetesApi(URI.create("http://"
                + line.substring(line.indexOf(SERVING) + SERVING.length()).strip()));
    }

    private Command command(String... arguments) {
        var words = new ArrayList<>(List.of(kubectlProgram().toString(), "--kubeconfig=" + kubeconfig()));
        words.addAll(List.of(arguments));
        return Command.of(words);
    }

    public List<KubernetesNode> nodes() {
        return parts.nodes();
    }

    /// A node by its name.
    public KubernetesNode node(String name) {
        return nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no node \"" + name + "\" in cluster " + spec().name() + ": there are " + nodes()));
    }

    /// SIGKILL for kube-apiserver: nobody reads or writes anything, until [#restartApiServer].
    public void killApiServer() {
        parts.controlPlane().apiServer().kill();
    }

    /// Starts kube-apiserver again; returns when it is ready.
    public void restartApiServer() {
        parts.controlPlane().restartApiServer();
    }

    public Fabric fabric() {
        return parts.fabric();
    }

    /// The namespace of a role: `node1`, `control-plane`, `client`, `router1`, `leaf1`, …
    public NetworkNamespace namespace(String role) {
        return fabric().namespace(role);
    }

    /// Where a role's processes run and keep their logs, for daemons that start themselves, as a router's do.
    public Place place(String role) {
        return parts.networkPlace(role);
    }

    /// Starts a process in a role's network namespace, with the machine's own files.
    ///
    /// @param name unique in this role
    public HostProcess start(String role, String name, List<String> command) {
        return HostProcess.start(place(role), name, command);
    }

    /// A process that was started in a role by this name, alive or not.
    public Optional<HostProcess> process(String role, String name) {
        return HostProcess.find(place(role), name);
    }

    /// Gives every node its CNI configuration, as a network plugin that was applied does; returns when all are
    /// Ready. May be repeated.
    public void applyCni() {
        Parallel.each(nodes(), KubernetesNode::applyCni);
        new NodesCheck(this).awaitReady();
    }

    /// Imports an image archive (docker-archive, or an OCI layout as a tar) into every node.
    public void load(Path archive) {
        Parallel.each(nodes(), node -> node.load(archive));
    }

    /// Ends and removes everything of this cluster. May be repeated.
    @Override
    public void close() {
        remove(parts.folder());
    }

    /// Removes the cluster of this name, in whatever state it is; nothing happens where there is none.
    public static void remove(String name) {
        remove(new RunFolder(name));
    }

    static void remove(RunFolder folder) {
        try (FileLock _ = RunFolder.lock()) {
            new Teardown(folder).run();
        }
    }
}
