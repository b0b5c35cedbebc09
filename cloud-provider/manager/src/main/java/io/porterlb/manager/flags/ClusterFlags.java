package io.porterlb.manager.flags;

import static io.porterlb.manager.flags.FlagGroup.given;
import static io.porterlb.manager.flags.FlagGroup.outside;
import static io.porterlb.manager.flags.FlagGroup.unless;

import io.porterlb.kube.CallRate;
import io.porterlb.manager.config.CloudConfigArgument;
import io.porterlb.manager.config.CloudConfigFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Which cluster, and how it is reached.
public final class ClusterFlags implements FlagGroup {
    static final String PROVIDER = "porter";

    private static final int MOST_CALLS = 100_000;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "How to reach the API server. Default: the service account of the Pod it runs in.")
    private String kubeconfig = "";

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Address of the API server, instead of that in the kubeconfig; HOST:PORT for https.")
    private String master = "";

    @Option(
            names = "--cloud-provider",
            paramLabel = "NAME",
            defaultValue = PROVIDER,
            description = "Name of the cloud provider. There is one only: ${DEFAULT-VALUE}.")
    private String provider = PROVIDER;

    @Option(
            names = "--cloud-config",
            paramLabel = "FILE",
            converter = CloudConfigArgument.class,
            description =
                    "What is known of the nodes: zones, labels, an inventory (YAML; see the user guide). A changed"
                            + " file is taken over without a restart. Default: nothing is.")
    private CloudConfigFile cloudConfig = CloudConfigFile.none();

    @Option(
            names = "--cluster-name",
            paramLabel = "NAME",
            defaultValue = "kubernetes",
            description = "Name of the cluster. Default: ${DEFAULT-VALUE}.")
    private String name = "kubernetes";

    @Option(
            names = "--kube-api-qps",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Calls to the API server in a second; -1 for no limit. Default: ${DEFAULT-VALUE}. (Elsewhere"
                    + " 20, with which 10000 Services would wait a quarter of an hour for their addresses. The API"
                    + " server shares itself out fairly without such a limit, and --concurrent-service-syncs bounds"
                    + " what is under way.)")
    private double qps = 1000;

    @Option(
            names = "--kube-api-burst",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Calls at once after a pause. Default: ${DEFAULT-VALUE}. (Elsewhere 30.)")
    private int burst = 1000;

    /// A kubelet's word in a cloud-controller-manager's place never worked (`k8s.io/cloud-provider` finds no
    /// provider behind `external` and ends), and the name of another provider is a mistake that should be seen
    /// before two give addresses. So all but our own name is refused, and no arguments that worked before are.
    @Override
    public Stream<String> faults() {
        return Stream.of(
                        unless(provider.equals(PROVIDER), providerFault()),
                        unless(
                                qps == -1 || (qps > 0 && qps <= MOST_CALLS),
                                "--kube-api-qps=" + qps + " is out of range: write a number above 0 and up to "
                                        + MOST_CALLS + ", or -1 for no limit."),
                        outside("--kube-api-burst", burst, 1, MOST_CALLS))
                .flatMap(faults -> faults);
    }

    private String providerFault() {
        return provider.equals("external")
                ? "--cloud-provider=external is for the kubelet: write --cloud-provider=porter here, or leave it out."
                : "--cloud-provider=" + provider
                        + " is not known here: write --cloud-provider=porter, or leave it out.";
    }

    /// Kubeconfig file; empty for the Pod's own service account.
    public Optional<Path> kubeconfig() {
        return given(kubeconfig).map(Path::of);
    }

    /// URL of an API server, instead of that which the kubeconfig names.
    public Optional<String> master() {
        return given(master).map(address -> address.contains("://") ? address : "https://" + address);
    }

    /// What is known of the nodes.
    public CloudConfigFile cloudConfig() {
        return cloudConfig;
    }

    /// For people, and for those that serve several clusters.
    public String name() {
        return name;
    }

    /// How many calls may be made.
    public CallRate rate() {
        return qps < 0 ? CallRate.UNLIMITED : new CallRate(qps, burst);
    }
}
