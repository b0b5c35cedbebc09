package io.porterlb.test.cluster.command;

import io.porterlb.test.cluster.ClusterSpec;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.Lifetime;
import io.porterlb.test.cluster.fabric.FabricKind;
import io.porterlb.test.cluster.fabric.FabricSpec;
import io.porterlb.test.cluster.kubernetes.ProxyMode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Starts a cluster that stays until `down`.
@Command(
        name = "up",
        description = "Start a cluster, in place of one of the same name. Packages and programs that are missing are"
                + " installed and built first (about 5 minutes, once).")
final class UpCommand implements Callable<Integer> {
    private static final long NANOS_PER_TENTH = 100_000_000;

    @Mixin
    private final ClusterName name = new ClusterName();

    @Option(names = "--nodes", paramLabel = "N", description = "How many nodes (default: ${DEFAULT-VALUE}).")
    private int nodes = 2;

    @Option(names = "--ipv6", description = "Give nodes, Pods and Services IPv6 addresses too.")
    private boolean ipv6;

    @Option(
            names = "--proxy",
            paramLabel = "MODE",
            description = "kube-proxy's mode: iptables or nftables (default: ${DEFAULT-VALUE}).")
    private ProxyMode proxy = ProxyMode.IPTABLES;

    @Option(
            names = "--fabric",
            paramLabel = "KIND",
            description = "The network: single (one router), segment (that, and hosts on the nodes' segment) or"
                    + " leaf-spine (2 x 2 x 2 routers, 16 paths;"
                    + " default: ${DEFAULT-VALUE}).")
    private FabricKind fabric = FabricKind.SINGLE_ROUTER;

    @Option(
            names = "--node-as",
            paramLabel = "AS",
            description = "The AS number that routers expect of nodes (default: ${DEFAULT-VALUE}).")
    private long nodeAs = FabricSpec.NODE_AS;

    @Option(names = "--bfd", description = "Let routers run BFD with the nodes.")
    private boolean bfd;

    @Option(
            names = "--snooping",
            description = "Let switches snoop: pass multicast on to those only that have asked for it.")
    private boolean snooping;

    @Option(
            names = "--no-cni",
            description = "Give nodes no CNI configuration: they are NotReady, and run only Pods on the host's network,"
                    + " until \"hack/cluster cni\".")
    private boolean noCni;

    @Option(names = "--dns", description = "Give Pods a DNS server, CoreDNS.")
    private boolean dns;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        long start = System.nanoTime();
        PrintWriter err = command.commandLine().getErr();
        KubernetesCluster cluster =
                KubernetesCluster.start(spec(), Lifetime.KEPT, step -> err.println("[" + seconds(start) + "] " + step));
        err.println("[" + seconds(start) + "] cluster " + name.name() + " is up");
        PrintWriter out = command.commandLine().getOut();
        out.println("kubectl:    export KUBECONFIG=" + cluster.kubeconfig() + " PATH="
                + cluster.kubectlProgram().getParent() + ":$PATH");
        out.println("peers:      " + peers(cluster) + "; nodes have AS " + nodeAs);
        out.println("client:     hack/cluster exec --name " + name.name() + " client curl http://ADDRESS/");
        out.println("logs:       " + cluster.folder().resolve("logs"));
        if (fabric == FabricKind.LEAF_SPINE && !cluster.fabric().hasHashSeeds()) {
            out.println(
                    "note:       this kernel has no fib_multipath_hash_seed (Linux 6.11): few of the paths are used");
        }
        return 0;
    }

    private ClusterSpec spec() {
        var network = new FabricSpec(fabric, nodeAs, bfd, snooping);
        return new ClusterSpec(name.name(), nodes, ipv6, proxy, network, !noCni, dns);
    }

    private static String peers(KubernetesCluster cluster) {
        return cluster.fabric().nodePeers().stream()
                .map(peer -> "%s %s%s AS %d"
                        .formatted(
                                peer.role(),
                                peer.address(),
                                peer.address6().map(address -> " " + address).orElse(""),
                                peer.as()))
                .collect(Collectors.joining(", "));
    }

    private static String seconds(long start) {
        long tenths = (System.nanoTime() - start) / NANOS_PER_TENTH;
        return "%5.1f s".formatted(tenths / 10.0);
    }
}
