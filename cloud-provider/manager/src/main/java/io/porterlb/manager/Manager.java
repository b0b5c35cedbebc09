package io.porterlb.manager;

import io.porterlb.desired.allocation.AllocatorSettings;
import io.porterlb.kube.KubeCluster;
import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.WatchedKind;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
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
        version = "PorterLB 0.1.0",
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

    public static void main(String... arguments) {
        Logging.configure();
        System.exit(new CommandLine(new Manager())
                .setExecutionExceptionHandler((failure, command, _) -> report(failure, command.getErr()))
                .execute(arguments));
    }

    /// Messages are made for people; a stack trace is not.
    private static int report(Exception failure, PrintWriter err) {
        err.println("porter-manager: " + Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws InterruptedException {
        AllocatorSettings settings = new AllocatorSettings(Optional.ofNullable(loadBalancerClass), requireAnnotation);
        try (KubeConnection connection = KubeConnection.open(Optional.ofNullable(kubeconfig));
                KubeCluster kube =
                        new KubeCluster(connection, WatchedKind.MANAGER, "porter-manager", host(), Clock.systemUTC());
                ManagerLoop loop = new ManagerLoop(kube, settings)) {
            loop.run();
        }
        return CommandLine.ExitCode.OK;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }
}
