package io.porterlb.agent;

import io.porterlb.agent.announced.Announced;
import io.porterlb.agent.announced.Layer2Announcements;
import io.porterlb.agent.bfd.BfdSessions;
import io.porterlb.agent.bgp.BfdForBgp;
import io.porterlb.agent.bgp.Routes;
import io.porterlb.agent.checkup.Checkup;
import io.porterlb.agent.layer2.Layer2;
import io.porterlb.agent.report.Reporter;
import io.porterlb.agent.rules.RuleNews;
import io.porterlb.bgp.BgpSpeaker;
import io.porterlb.bgp.SpeakerStart;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.kube.KubeCluster;
import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.LeaseName;
import io.porterlb.kube.WatchedKind;
import io.porterlb.kube.agents.NodeAnnouncements;
import io.porterlb.kube.agents.NodeFindings;
import io.porterlb.kube.election.LeaderElection;
import io.porterlb.program.Launcher;
import io.porterlb.program.Version;
import io.porterlb.program.health.Check;
import io.porterlb.program.health.HealthAddress;
import io.porterlb.program.health.HealthServer;
import io.porterlb.program.health.LocalDocument;
import io.porterlb.program.health.Rounds;
import io.porterlb.rules.KernelRules;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program: flags in, parts joined, loop run until the process is told to stop.
@Command(
        name = "porter-agent",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Announces, from the node that it runs on, the addresses of Services of type LoadBalancer.")
public final class Agent implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "How to reach the API server. Default: the service account of the Pod it runs in.")
    private @Nullable Path kubeconfig;

    @Option(
            names = "--node-name",
            paramLabel = "NAME",
            required = true,
            defaultValue = "${env:NODE_NAME}",
            description = "Name of the Node that it runs on. Default: the environment variable NODE_NAME.")
    private String nodeName = "";

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            defaultValue = "${env:POD_NAMESPACE:-porterlb-system}",
            description = "Namespace of the Secrets that BgpPeers name in authSecretRef. Default: the environment"
                    + " variable POD_NAMESPACE, else porterlb-system.")
    private String namespace = "porterlb-system";

    @Option(
            names = "--health-address",
            paramLabel = "ADDRESS:PORT",
            converter = HealthAddress.class,
            defaultValue = "127.0.0.1:10359",
            description = "Where to serve /livez and /readyz, and at a loopback address, to this machine alone,"
                    + " /announcements and /checkup, which porterctl reads. Default: ${DEFAULT-VALUE}.")
    private InetSocketAddress healthAddress = new InetSocketAddress(0);

    @Option(
            names = "--layer2-port",
            paramLabel = "PORT",
            defaultValue = "10361",
            description =
                    "UDP port at which the agents of all nodes agree on who answers for which Layer 2 address; the"
                            + " same on all of them, and of the manager's --layer2-port. Open only where an Eip has the protocol"
                            + " layer2. Default: ${DEFAULT-VALUE}.")
    private int layer2Port = 10361;

    public static void main(String... arguments) {
        Launcher.run(new Agent(), arguments);
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (layer2Port < 1 || layer2Port > 0xFFFF) {
            throw new ParameterException(
                    spec.commandLine(), "--layer2-port is a UDP port, 1 to 65535, and not " + layer2Port + ".");
        }
        try (KubeConnection connection = KubeConnection.open(Optional.ofNullable(kubeconfig));
                KubeCluster kube = new KubeCluster(
                        connection,
                        WatchedKind.AGENT,
                        Optional.of(namespace),
                        "porter-agent",
                        nodeName,
                        Clock.systemUTC())) {
            run(connection, kube);
        }
        return CommandLine.ExitCode.OK;
    }

    private void run(KubeConnection connection, KubeCluster kube) throws InterruptedException, IOException {
        SessionListener sessions = new SessionListener();
        // Routers with graceful restart keep a former agent's routes only if told so; without one it makes no
        // difference
        BgpSpeaker speaker = BgpSpeaker.start(sessions, SpeakerStart.RESTARTED);
        BfdSessions bfd = new BfdSessions(nodeName, new BfdForBgp(speaker, sessions::pathChanged));
        sessions.locateFor(bfd);
        NodeReportWriter writer = new NodeReportWriter(kube.reports());
        Rounds rounds = new Rounds(InstantSource.system());
        SessionsSettled settled = new SessionsSettled(InstantSource.system(), speaker::status);
        try (Reporter reporter = new Reporter(nodeName, speaker::status, bfd::states, writer, Clock.systemUTC());
                KernelRules rules = KernelRules.start(new RuleNews(reporter::rules));
                Layer2 layer2 = new Layer2(
                        nodeName,
                        layer2Port,
                        kube.reports()::answeredAddresses,
                        () -> witness(connection),
                        reporter::changed);
                HealthServer health = health(rounds, kube, settled.check(), layer2.check())) {
            sessions.reportTo(reporter);
            reporter.include(layer2::report);
            Announced announced = new Announced(
                    nodeName, speaker::status, () -> Layer2Announcements.of(layer2.report()), InstantSource.system());
            serve(health, announced, new Checkup(nodeName, reporter::plan));
            Bgp bgp = new Bgp(speaker, announcing(speaker, announced), bfd);
            AgentLoop loop = new AgentLoop(nodeName, rules, bgp, layer2, reporter, writer, settled);
            Farewell farewell = new Farewell(loop, bgp, layer2);
            Runtime.getRuntime().addShutdownHook(new Thread(farewell::run, "farewell"));
            while (true) {
                ClusterView view = kube.next(loop.patience());
                rounds.round(() -> loop.accept(view));
            }
        }
    }

    private LeaderElection witness(KubeConnection connection) {
        LeaseName lease = new LeaseName(namespace, "porterlb-layer2");
        return new LeaderElection(
                connection.lease(lease, "porter-agent", nodeName, Clock.systemUTC()), nodeName, Layer2.TERMS);
    }

    private static void serve(HealthServer health, Announced announced, Checkup checkup) {
        health.serve(
                new LocalDocument(NodeAnnouncements.PATH, () -> announced.now().toJson()));
        health.serve(new LocalDocument(NodeFindings.PATH, () -> checkup.now().toJson()));
    }

    private static Announcing announcing(BgpSpeaker speaker, Announced announced) {
        long began = System.nanoTime();
        return new Announcing(
                routes -> {
                    speaker.advertise(Routes.of(routes));
                    announced.routes(routes);
                },
                () -> Duration.ofNanos(System.nanoTime() - began));
    }

    private HealthServer health(Rounds rounds, KubeCluster kube, Check... more) throws IOException {
        Check viewed = rounds.ready(() -> "No view of the cluster yet. "
                + String.join(" ", kube.troubles().values()));
        List<Check> ready =
                Stream.concat(Stream.of(rounds.live(), viewed), Stream.of(more)).toList();
        return HealthServer.start(healthAddress, List.of(rounds.live()), ready);
    }
}
