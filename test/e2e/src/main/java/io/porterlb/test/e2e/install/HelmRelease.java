package io.porterlb.test.e2e.install;

import com.google.gson.JsonParser;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.programs.Helm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// PorterLB as a release of Helm, from the chart of this checkout. Each verb returns when Helm has seen what it did
/// become ready (`--wait`), and throws where Helm fails. `values` are arguments of `--set`, as
/// `agent.healthPort=10400`.
///
/// @param name the release's; there can be one release with PorterLB in a cluster
/// @param namespace the release's, made at the installation where it is not there
public record HelmRelease(KubernetesCluster cluster, Helm helm, String name, String namespace) {
    private static final String LIMIT = "180s";

    /// As the chart's README names them.
    public static HelmRelease of(KubernetesCluster cluster) {
        return new HelmRelease(cluster, Helm.installed(), "porterlb", "porterlb-system");
    }

    public void install(String... values) {
        installCommand(values).run();
        pods().awaitReady();
    }

    /// The command behind [#install], for looking at how it is refused.
    public Command installCommand(String... values) {
        return withChart(List.of("install", "--create-namespace"), values);
    }

    public void upgrade(String... values) {
        withChart(List.of("upgrade"), values).run();
        pods().awaitReady();
    }

    /// The number of the present one.
    public int revision() {
        Command list =
                helm.command(cluster.kubeconfig(), "list", "--namespace", namespace, "--filter", name, "-o", "json");
        return JsonParser.parseString(list.run())
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("revision")
                .getAsInt();
    }

    /// Goes back to an earlier revision, which becomes a new one.
    ///
    /// @param revision 1 is the installation, each upgrade and rollback is the next
    public void rollback(int revision) {
        command(List.of("rollback", name, Integer.toString(revision), "--wait")).run();
        pods().awaitReady();
    }

    /// With the chart's hook, which cleans up before. May be repeated.
    public void uninstall() {
        command(List.of("uninstall", name, "--wait", "--ignore-not-found")).run();
    }

    public PorterPods pods() {
        return new PorterPods(cluster, namespace);
    }

    private Command withChart(List<String> verb, String... values) {
        Path chart = SourceTree.path("manifests/helm/porterlb");
        var words = new ArrayList<>(verb);
        words.addAll(List.of(name, chart.toString(), "--wait"));
        for (String value : values) {
            words.addAll(List.of("--set", value));
        }
        return command(words);
    }

    private Command command(List<String> verb) {
        var words = new ArrayList<>(verb);
        words.addAll(List.of("--namespace", namespace, "--timeout", LIMIT));
        return helm.command(cluster.kubeconfig(), words.toArray(String[]::new));
    }
}
