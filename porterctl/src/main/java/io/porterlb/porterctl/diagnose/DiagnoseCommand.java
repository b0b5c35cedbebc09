package io.porterlb.porterctl.diagnose;

import io.porterlb.kube.Agents;
import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.KubeException;
import io.porterlb.kube.Overview;
import io.porterlb.kube.agents.AgentPod;
import io.porterlb.kube.agents.NodeFindings;
import io.porterlb.porterctl.agents.AgentOptions;
import io.porterlb.porterctl.agents.Round;
import io.porterlb.porterctl.options.ClusterOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `porterctl diagnose`.
@Command(
        name = "diagnose",
        sortOptions = false,
        description = "Says what is wrong, a line each, and what to do about it.",
        footerHeading = "%nWhat it looks at:%n",
        footer = {
            "  - each node's settings, which its porter-agent looks over when asked: IP forwarding, strict",
            "    reverse path filters, chains that drop what is forwarded, kube-proxy's strictARP, and",
            "    whether kube-proxy knows the addresses of Pods (clusterCIDR)",
            "  - what agents have reported: BGP sessions that are down, kernel rules that can't be written,",
            "    Layer 2 addresses that can't be answered for, and what hinders the agents in sharing them",
            "  - nodes without an agent",
            "  - conditions of Eips, BgpConfs, BgpPeers and Services that are not True, and Services without",
            "    an address",
            "It changes nothing, and prints nothing that is secret.",
            "",
            "Needs the verb list on nodes, services, eips, bgpconfs and bgppeers.network.kubesphere.io, and",
            "porternodes.porterlb.io, and in the namespace of PorterLB list on pods, and get and create on",
            "pods/portforward.",
            "",
            "Exit status: 0 all is well, 1 something is wrong, 2 an agent or the API server gave no answer",
            "and nothing else is wrong, or wrong arguments."
        })
public final class DiagnoseCommand implements Callable<Integer> {
    private static final int CANNOT_LOOK = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Mixin
    private AgentOptions agents = new AgentOptions();

    @Option(names = "--node", paramLabel = "NAME", description = "Look at this node alone.")
    private Optional<String> node = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        try (KubeConnection connection = cluster.open()) {
            return look(connection.agents(), connection.overview());
        } catch (KubeException e) {
            spec.commandLine().getErr().println("porterctl diagnose: " + e.getMessage());
            return CANNOT_LOOK;
        }
    }

    private int look(Agents asked, Overview overview) throws InterruptedException {
        List<AgentPod> pods = asked.pods(agents.namespace());
        Examined all = Examined.read(overview, pods);
        Examined examined = node.map(all::only).orElse(all);
        Round<NodeFindings> round = Round.ask(
                pods.stream().filter(pod -> isMeant(pod.node())).toList(), pod -> asked.findings(pod, agents.limit()));
        Stream<Finding> settings = round.said().stream().flatMap(NodeTroubles::settings);
        List<Finding> findings =
                Stream.concat(settings, examined.findings()).distinct().sorted().toList();
        findings.forEach(spec.commandLine().getOut()::println);
        round.printSilent(spec.commandLine().getErr());
        return status(examined, findings, round);
    }

    private boolean isMeant(String name) {
        return node.isEmpty() || node.get().equals(name);
    }

    private int status(Examined examined, List<Finding> findings, Round<NodeFindings> round) {
        if (examined.pods().isEmpty()) {
            say("no porter-agent runs in namespace " + agents.namespace() + ": name another one with --namespace");
        }
        if (examined.nodes().isEmpty()) {
            say(node.map(name -> "there is no Node " + name).orElse("there are no Nodes"));
        }
        if (!findings.isEmpty()) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        boolean looked = !examined.pods().isEmpty()
                && !examined.nodes().isEmpty()
                && round.silent().isEmpty();
        if (looked) {
            spec.commandLine().getOut().println("Nothing is wrong.");
        }
        return looked ? CommandLine.ExitCode.OK : CANNOT_LOOK;
    }

    private void say(String what) {
        spec.commandLine().getErr().println("porterctl diagnose: " + what);
    }
}
