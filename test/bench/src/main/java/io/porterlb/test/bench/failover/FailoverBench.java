package io.porterlb.test.bench.failover;

import io.porterlb.test.bench.report.Figure;
import io.porterlb.test.cluster.ClusterSpec;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.Lifetime;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.e2e.layer2.Layer2Bed;
import io.porterlb.test.e2e.layer2.Layer2Service;
import io.porterlb.test.e2e.layer2.Trial;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Every [Row], with an IPv4 address and with an IPv6 one, on a cluster of three nodes on which PorterLB is installed
/// by
/// Helm. The client is on the nodes' segment; its requests are answered on other nodes than the address's.
public final class FailoverBench {
    private static final int OPEN_CONNECTIONS = 100;

    /// So old an address is when the first row begins: others that get one earlier probe for it first (RFC 5227).
    private static final Duration PROBED = Duration.ofSeconds(10);

    private FailoverBench() {}

    /// The figures, four a row.
    public static List<Figure> run() {
        say(Runtime.getRuntime().availableProcessors() + " processors, load "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        ClusterSpec wanted = Layer2Bed.spec(
                ClusterSpec.of("failover-" + ProcessHandle.current().pid()));
        try (KubernetesCluster cluster = KubernetesCluster.start(wanted, Lifetime.OWNED, FailoverBench::say)) {
            say("PorterLB is installed from its Helm chart");
            Layer2Bed bed = Layer2Bed.make(cluster);
            Layer2Service service = bed.backends().expose("web", "Cluster");
            Await.until(PROBED, () -> false);
            List<Figure> figures = new ArrayList<>();
            for (Row row : Row.ALL) {
                figures.addAll(run(bed, row, "IPv4", service.ipv4()));
                figures.addAll(run(bed, row, "IPv6", service.ipv6()));
            }
            return figures;
        }
    }

    private static List<Figure> run(Layer2Bed bed, Row row, String family, String address) {
        bed.settle();
        Scene scene = new Scene(bed, bed.ownerWithoutBackend(address));
        row.before().accept(scene);
        Trial.Seen seen = new Trial(bed.cluster(), address, OPEN_CONNECTIONS)
                .during(() -> row.happening().accept(scene));
        row.afterwards().accept(scene);
        say("%s, %s (%s): %s".formatted(row.name(), family, scene.owner(), seen));
        return RowFigures.of(row, family, seen);
    }

    private static void say(String what) {
        System.err.println("failover: " + what);
    }
}
