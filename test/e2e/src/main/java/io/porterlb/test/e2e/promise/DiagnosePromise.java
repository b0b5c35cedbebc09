package io.porterlb.test.e2e.promise;

import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.e2e.lifecycle.Porterctl;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.Optional;

/// `porterctl diagnose`: one thing is wrong with one node, and a line says which and what to do.
public final class DiagnosePromise implements Promise {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// kube-proxy's chain for the Service default/kubernetes, whose first rule is for what is not from Pods.
    private static final String KUBERNETES = "KUBE-SVC-NPX46M4PTMTKRN6Y";

    /// Nobody but its owner may change the table, which goes with that process.
    private static final String FIREWALL = """
            mkfifo /run/closed && exec 3<>/run/closed && rm /run/closed
            echo 'add table inet closed { flags owner; }' >&3
            echo 'add chain inet closed forward { type filter hook forward priority 10; policy drop; }' >&3
            exec nft -i <&3
            """;

    @Override
    public String name() {
        return "porterctl diagnose names what is wrong with a node, and says so where nothing is";
    }

    @Override
    public void check(Stage stage, Report report) {
        KubernetesNode node = stage.cluster().nodes().getFirst();
        setting(stage, node, "net.ipv4.ip_forward=0", "net.ipv4.ip_forward=1", "net.ipv4.ip_forward is 0", report);
        String strict = "net.ipv4.conf.all.rp_filter=";
        setting(stage, node, strict + "1", strict + "0", "rp_filter is strict on ", report);
        ipvs(stage, node, report);
        kubeProxy(stage, node, report);
        firewall(stage, node, report);
        CommandResult well = Wait.untilValue(PATIENCE, () -> diagnose(stage, node), seen -> seen.exitStatus() == 0);
        report.expect(
                well.output().strip().equals("Nothing is wrong."),
                "a good node: " + (well.output() + well.error()).strip());
    }

    private static void setting(
            Stage stage, KubernetesNode node, String bad, String good, String named, Report report) {
        try {
            node.namespace().exec("sysctl", "-q", "-w", bad);
            named(stage, node, named, bad, report);
        } finally {
            node.namespace().exec("sysctl", "-q", "-w", good);
        }
    }

    /// What counts is the name: a kernel may have neither IPVS nor dummy interfaces.
    private static void ipvs(Stage stage, KubernetesNode node, Report report) {
        try {
            node.namespace().exec("ip", "link", "add", "kube-ipvs0", "type", "bridge");
            named(stage, node, "Set ipvs.strictARP to true", "kube-ipvs0 without strictARP", report);
        } finally {
            node.namespace().exec("ip", "link", "del", "kube-ipvs0");
        }
    }

    /// What kube-proxy writes if it has no clusterCIDR; when it is started again, it writes what it should.
    private static void kubeProxy(Stage stage, KubernetesNode node, Report report) {
        try {
            node.kubeProxy().stop();
            node.namespace().exec("iptables", "-w", "-t", "nat", "-D", KUBERNETES, "1");
            named(stage, node, "Set clusterCIDR", "kube-proxy's rules without clusterCIDR", report);
        } finally {
            node.kubeProxy().restart();
        }
    }

    private static void firewall(Stage stage, KubernetesNode node, Report report) {
        HostProcess nft = node.start("closed", "sh", "-c", FIREWALL);
        try {
            named(stage, node, "inet closed forward drops what it does not know", "a firewall of its own", report);
        } finally {
            nft.kill();
        }
    }

    private static void named(Stage stage, KubernetesNode node, String named, String fault, Report report) {
        String prefix = "Node " + node.name() + ": ";
        CommandResult result = Wait.untilValue(
                PATIENCE,
                () -> diagnose(stage, node),
                seen -> line(seen, prefix, named).isPresent());
        report.expect(
                result.exitStatus() == 1 && line(result, prefix, named).isPresent(),
                "%s: %s".formatted(fault, line(result, prefix, named).orElse(result.output() + result.error())));
    }

    private static Optional<String> line(CommandResult result, String prefix, String named) {
        return result.output()
                .lines()
                .filter(line -> line.startsWith(prefix) && line.contains(named))
                .findFirst();
    }

    private static CommandResult diagnose(Stage stage, KubernetesNode node) {
        return new Porterctl(stage.cluster()).run("diagnose", "--node=" + node.name());
    }
}
