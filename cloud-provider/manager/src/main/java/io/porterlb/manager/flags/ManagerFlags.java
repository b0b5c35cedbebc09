package io.porterlb.manager.flags;

import io.porterlb.program.health.HealthAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// All flags of porter-manager.
public final class ManagerFlags {
    @ArgGroup(validate = false, heading = "%nCluster:%n")
    private ClusterFlags cluster = new ClusterFlags();

    @ArgGroup(validate = false, heading = "%nControllers:%n")
    private ControllerFlags controllers = new ControllerFlags();

    @ArgGroup(validate = false, heading = "%nLayer 2:%n")
    private Layer2Flags layer2 = new Layer2Flags();

    @ArgGroup(validate = false, heading = "%nLeader election:%n")
    private LeaderElectionFlags election = new LeaderElectionFlags();

    @ArgGroup(validate = false, heading = "%nMetrics and health:%n")
    private SecurePortFlags securePort = new SecurePortFlags();

    @ArgGroup(validate = false, heading = "%nLogs:%n")
    private LogFlags log = new LogFlags();

    @Option(
            names = "--health-address",
            paramLabel = "ADDRESS:PORT",
            converter = HealthAddress.class,
            defaultValue = "127.0.0.1:10358",
            description = "Where to serve /livez and /readyz without TLS, for the kubelet. Default: ${DEFAULT-VALUE}.")
    private InetSocketAddress healthAddress = new InetSocketAddress(0);

    /// What is wrong, as sentences.
    public List<String> faults() {
        return Stream.of(cluster, controllers, layer2, election, securePort, log)
                .flatMap(FlagGroup::faults)
                .toList();
    }

    public ClusterFlags cluster() {
        return cluster;
    }

    public ControllerFlags controllers() {
        return controllers;
    }

    public Layer2Flags layer2() {
        return layer2;
    }

    public LeaderElectionFlags election() {
        return election;
    }

    public SecurePortFlags securePort() {
        return securePort;
    }

    public LogFlags log() {
        return log;
    }

    /// Where probes are answered.
    public InetSocketAddress healthAddress() {
        return healthAddress;
    }
}
