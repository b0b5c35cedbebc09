package io.porterlb.manager;

import io.porterlb.desired.allocation.AllocatorSettings;
import io.porterlb.kube.KubeCluster;
import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.WatchedKind;
import io.porterlb.manager.config.CloudConfigArgument;
import io.porterlb.manager.config.CloudConfigFile;
import io.porterlb.program.Launcher;
import io.porterlb.program.Version;
import io.porterlb.program.health.Check;
import io.porterlb.program.health.HealthAddress;
import io.porterlb.program.health.HealthServer;
import io.porterlb.program.health.Rounds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program: flags in, parts joined, loop run.
@Command(
        name = "porter-manager",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Gives every Service of type LoadBalancer an address from an Eip, and keeps the status of Services, Eips,"
                    + " BgpConfs and BgpPeers.",
            "Runs as the cloud-controller-manager of a cluster whose kubelets have --cloud-provider=external."
        })
public final class Manager implements Callable<Integer> {
    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "How to reach the API server. Default: the service account of the Pod it runs in.")
    private @Nullable Path kubeconfig;

    @Option(
            names = "--load-balancer-class",
            paramLabel = "CLASS",
            description = "Serve only Services with this spec.loadBalancerClass. Default: those without a class, and"
                    + " those of class " + AllocatorSettings.OWN_CLASS + ".")
    private @Nullable String loadBalancerClass;

    @Option(
            names = "--require-annotation",
            description = "Serve only Services with the annotation lb.kubesphere.io/v1alpha1: openelb, as OpenELB did.")
    private boolean requireAnnotation;

    @Option(
            names = "--cloud-config",
            paramLabel = "FILE",
            converter = CloudConfigArgument.class,
            description =
                    "What is known of the nodes: zones, labels, an inventory (YAML; see the user guide). A changed"
                            + " file is taken over without a restart. Default: nothing is.")
    private CloudConfigFile cloudConfig = CloudConfigFile.none();

    @Option(
            names = "--health-address",
            paramLabel = "ADDRESS:PORT",
            converter = HealthAddress.class,
            defaultValue = "127.0.0.1:10358",
            description = "Where to serve /livez and /readyz. Default: ${DEFAULT-VALUE}.")
    private InetSocketAddress healthAddress = new InetSocketAddress(0);

    public static void main(String... arguments) {
        Launcher.run(new Manager(), arguments);
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        AllocatorSettings settings = new AllocatorSettings(Optional.ofNullable(loadBalancerClass), requireAnnotation);
        Rounds rounds = new Rounds(InstantSource.system());
        try (KubeConnection connection = KubeConnection.open(Optional.ofNullable(kubeconfig));
                KubeCluster kube =
                        new KubeCluster(connection, WatchedKind.MANAGER, "porter-manager", host(), Clock.systemUTC());
                HealthServer _ = health(rounds, kube);
                CloudConfigFile cloud = cloudConfig;
                ManagerLoop loop = new ManagerLoop(kube, settings, cloud, rounds)) {
            cloud.follow(kube::wake);
            loop.run();
        }
        return CommandLine.ExitCode.OK;
    }

    private HealthServer health(Rounds rounds, KubeCluster kube) throws IOException {
        Check ready = rounds.ready(() -> "No view of the cluster yet. "
                + String.join(" ", kube.troubles().values()));
        return HealthServer.start(healthAddress, List.of(rounds.live()), List.of(rounds.live(), ready));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }
}
