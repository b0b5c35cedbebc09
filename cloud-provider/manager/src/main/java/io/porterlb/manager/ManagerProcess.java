package io.porterlb.manager;

import io.porterlb.kube.ApiAccess;
import io.porterlb.kube.KubeCluster;
import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.WatchedKind;
import io.porterlb.kube.WriteGate;
import io.porterlb.kube.election.LeaderElection;
import io.porterlb.manager.config.CloudConfigFile;
import io.porterlb.manager.flags.ClusterFlags;
import io.porterlb.manager.flags.ManagerFlags;
import io.porterlb.manager.metrics.ManagerMetrics;
import io.porterlb.manager.serving.Page;
import io.porterlb.program.Version;
import io.porterlb.program.health.Check;
import io.porterlb.program.health.Rounds;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.ExitCode;

/// One run of the program: parts joined, loop run until the process is told to stop or has lost its Lease.
final class ManagerProcess {
    private static final Logger LOG = System.getLogger(ManagerProcess.class.getName());
    private static final String COMPONENT = "porter-manager";

    private final ManagerFlags flags;
    private final String configz;
    private final String host = host();
    private final ManagerMetrics metrics = new ManagerMetrics();
    private final Rounds rounds = new Rounds(InstantSource.system());

    /// @param configz what the page of that name shows
    ManagerProcess(ManagerFlags flags, String configz) {
        this.flags = flags;
        this.configz = configz;
    }

    /// Runs until interrupted, or until the Lease is lost.
    ///
    /// @return exit code
    /// @throws IOException with a sentence if a port or a certificate can't be used
    int run() throws InterruptedException, IOException {
        LOG.log(
                Level.INFO,
                COMPONENT + " " + Version.text() + " for cluster "
                        + flags.cluster().name() + ".");
        try (KubeConnection connection = KubeConnection.open(access(flags.cluster()))) {
            Optional<LeaderElection> election = election(connection);
            WriteGate gate = election.<WriteGate>map(some -> some).orElse(WriteGate.OPEN);
            metrics.leader(flags.election().leaseName().name(), gate::isOpen);
            try (KubeCluster kube =
                            new KubeCluster(connection, WatchedKind.MANAGER, gate, COMPONENT, host, Clock.systemUTC());
                    Endpoints _ = endpoints(connection, kube, election);
                    CloudConfigFile cloud = flags.cluster().cloudConfig();
                    ManagerLoop loop = new ManagerLoop(
                            flags.cluster().name(), kube, flags.controllers(), flags.layer2(), cloud, gate, rounds)) {
                loop.count(metrics);
                cloud.follow(kube::wake);
                election.ifPresent(some -> Leadership.begin(some, kube, loop));
                return follow(loop, election);
            }
        }
    }

    private ApiAccess access(ClusterFlags cluster) {
        return new ApiAccess(cluster.kubeconfig(), cluster.master(), cluster.rate(), metrics::called);
    }

    private Optional<LeaderElection> election(KubeConnection connection) {
        return flags.election().elect()
                ? Optional.of(new LeaderElection(
                        connection.lease(flags.election().leaseName(), "porter-manager", host, Clock.systemUTC()),
                        host + "_" + UUID.randomUUID(),
                        flags.election().terms()))
                : Optional.empty();
    }

    private Endpoints endpoints(KubeConnection connection, KubeCluster kube, Optional<LeaderElection> election)
            throws IOException {
        Check leads = new Check("leader-election", () -> election.flatMap(LeaderElection::trouble));
        Check viewed = rounds.ready(() -> "No view of the cluster yet. "
                + String.join(" ", kube.troubles().values()));
        List<Check> live = List.of(rounds.live(), leads);
        List<Check> ready = List.of(rounds.live(), leads, viewed);
        List<Page> pages = List.of(metrics.page(), new Page("/configz", "application/json", () -> configz));
        return new Endpoints(flags, live, ready, pages, connection);
    }

    /// A leader that lost knows nothing any more of what its works have done: the next process begins anew.
    private static int follow(ManagerLoop loop, Optional<LeaderElection> election) throws InterruptedException {
        try {
            loop.run();
            return ExitCode.OK;
        } catch (InterruptedException e) {
            if (election.isPresent() && election.get().isLost()) {
                return ExitCode.SOFTWARE;
            }
            throw e;
        }
    }

    /// The Pod's name if it has one: in the host's network its host name is the node's.
    private static String host() {
        String pod = System.getenv("POD_NAME");
        return pod == null || pod.isBlank() ? hostName() : pod;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }
}
