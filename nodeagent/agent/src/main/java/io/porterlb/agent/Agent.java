package io.porterlb.agent;

import io.porterlb.agent.bfd.BfdSessions;
import io.porterlb.agent.bgp.BfdForBgp;
import io.porterlb.agent.report.Reporter;
import io.porterlb.bgp.BgpSpeaker;
import io.porterlb.bgp.SpeakerStart;
import io.porterlb.kube.KubeCluster;
import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.WatchedKind;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program: flags in, parts joined, loop run until the process is told to stop.
@Command(
        name = "porter-agent",
        mixinStandardHelpOptions = true,
        version = "PorterLB 0.1.0",
        sortOptions = false,
        description = "Announces, from the node that it runs on, the addresses of Services of type LoadBalancer.")
public final class Agent implements Callable<Integer> {
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

    public static void main(String... arguments) {
        Logging.configure();
        System.exit(new CommandLine(new Agent())
                .setExecutionExceptionHandler((failure, command, _) -> report(failure, command.getErr()))
                .execute(arguments));
    }

    /// Messages are made for people; a stack trace is not.
    private static int report(Exception failure, PrintWriter err) {
        err.println("porter-agent: " + Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (KubeConnection connection = KubeConnection.open(Optional.ofNullable(kubeconfig));
                KubeCluster kube = new KubeCluster(
                        connection,
                        WatchedKind.AGENT,
                        Optional.of(namespace),
                        "porter-agent",
                        nodeName,
                        Clock.systemUTC())) {
            run(kube);
        }
        return CommandLine.ExitCode.OK;
    }

    private void run(KubeCluster kube) throws InterruptedException {
        SessionListener sessions = new SessionListener();
        // Routers with graceful restart keep a former agent's routes only if told so; without one it makes no
        // difference
        BgpSpeaker speaker = BgpSpeaker.start(sessions, SpeakerStart.RESTARTED);
        BfdSessions bfd = new BfdSessions(nodeName, new BfdForBgp(speaker, sessions::pathChanged));
        sessions.locateFor(bfd);
        // On SIGTERM the routers are told before the process ends, rather than left to find out, but for those that
        // keep routes while it restarts; of BFD's end last, or they would take the path for broken
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            speaker.closeForRestart();
                            bfd.close();
                        },
                        "close sessions"));
        NodeReportWriter writer = new NodeReportWriter(kube.reports());
        try (Reporter reporter = new Reporter(nodeName, speaker::status, bfd::states, writer, Clock.systemUTC())) {
            sessions.reportTo(reporter);
            AgentLoop loop = new AgentLoop(nodeName, speaker, bfd, reporter, writer);
            while (true) {
                loop.accept(kube.next());
            }
        }
    }
}
