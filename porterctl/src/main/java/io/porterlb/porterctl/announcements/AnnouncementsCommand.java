package io.porterlb.porterctl.announcements;

import io.porterlb.kube.Agents;
import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.KubeException;
import io.porterlb.kube.Overview;
import io.porterlb.kube.agents.AgentPod;
import io.porterlb.kube.agents.NodeAnnouncements;
import io.porterlb.porterctl.agents.AgentOptions;
import io.porterlb.porterctl.agents.Round;
import io.porterlb.porterctl.options.ClusterOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `porterctl announcements`.
@Command(
        name = "announcements",
        sortOptions = false,
        description = "Shows who announces which address of a Service, where, and since when.",
        footerHeading = "%nWhat it shows:%n",
        footer = {
            "It asks every porter-agent, by a port-forward to its Pod, so that it is true at this moment.",
            "  BGP     the BgpPeers that were told; STATE is Announced, Leaving (routers are told that the",
            "          route will soon be gone) or NoSession (there is nobody to tell)",
            "  Layer 2 the interface; STATE is Announcing, Probing, Contested (somebody else answers too), InUse",
            "          (somebody else has it, so the node does not answer) or LinkDown",
            "An address that a Service holds and no agent announces has \"nobody\" as its node. SINCE goes",
            "back to the start of the agent at most.",
            "",
            "Needs the verbs list on services and porteraddresses.porterlb.io, and in the namespace of",
            "PorterLB list on pods, and get and create on pods/portforward.",
            "",
            "Exit status: 0 all is announced, 1 an address is announced by nobody, 2 an agent or the API",
            "server gave no answer, or wrong arguments."
        })
public final class AnnouncementsCommand implements Callable<Integer> {
    /// How the answer is written.
    enum Form {
        table,
        json
    }

    private static final int CANNOT_LOOK = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SERVICE|ADDRESS",
            arity = "0..1",
            defaultValue = "",
            description = "Only this address, this Service (NAMESPACE/NAME), or Services of this name. Default: all.")
    private String which = "";

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Mixin
    private AgentOptions agents = new AgentOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table or json. Default: ${DEFAULT-VALUE}.")
    private Form form = Form.table;

    @Override
    public Integer call() throws InterruptedException {
        try (KubeConnection connection = cluster.open()) {
            return show(connection.agents(), connection.overview());
        } catch (KubeException e) {
            spec.commandLine().getErr().println("porterctl announcements: " + e.getMessage());
            return CANNOT_LOOK;
        }
    }

    private int show(Agents asked, Overview overview) throws InterruptedException {
        List<AgentPod> pods = asked.pods(agents.namespace());
        if (pods.isEmpty()) {
            say("no porter-agent runs in namespace " + agents.namespace() + ": name another one with --namespace");
            return CANNOT_LOOK;
        }
        Selection selection = new Selection(which);
        List<Held> held = Held.of(overview.services(), overview.records()).stream()
                .filter(selection::has)
                .toList();
        Round<NodeAnnouncements> round = Round.ask(pods, pod -> asked.announcements(pod, agents.limit()));
        List<Row> rows =
                Rows.of(held, round.said()).stream().filter(selection::has).toList();
        print(new Picture(rows, round.silent()));
        round.printSilent(spec.commandLine().getErr());
        return round.silent().isEmpty() ? status(held, rows) : CANNOT_LOOK;
    }

    private void print(Picture picture) {
        switch (form) {
            case table ->
                Table.lines(picture.announcements()).forEach(spec.commandLine().getOut()::println);
            case json -> spec.commandLine().getOut().println(picture.toJson());
        }
    }

    private int status(List<Held> held, List<Row> rows) {
        if (rows.isEmpty()) {
            say(
                    which.isEmpty()
                            ? "no Service holds an address"
                            : "no Service of that address or name holds an address");
        }
        boolean well = Rows.unannounced(held, rows).isEmpty() && (which.isEmpty() || !rows.isEmpty());
        return well ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void say(String what) {
        spec.commandLine().getErr().println("porterctl announcements: " + what);
    }
}
