package io.porterlb.test.e2e.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.programs.Helm;
import io.porterlb.test.e2e.install.HelmRelease;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What users wrote may outlive a release.
@Tag("cluster")
class KeptCrdsTest {
    private static final String NAMESPACE = "kept";
    private static final String WRITTEN = """
            eip.network.kubesphere.io/pool
            bgpconf.network.kubesphere.io/default
            bgppeer.network.kubesphere.io/router1
            """;

    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.shared(spec -> spec);

    @AfterEach
    void clear(KubernetesCluster cluster) {
        release(cluster).uninstall();
        cluster.kubectl("delete", "namespace", NAMESPACE, "--timeout=300s");
    }

    private static HelmRelease release(KubernetesCluster cluster) {
        return new HelmRelease(cluster, Helm.installed(), "porterlb", NAMESPACE);
    }

    @Test
    void aNewReleaseGoesOnWithWhatIsKept(KubernetesCluster cluster) {
        cluster.kubectl("create", "namespace", NAMESPACE);
        Bed bed = Bed.make(cluster);
        HelmRelease release = release(cluster);
        Announcement announcement = new Announcement(cluster);
        release.install("crds.keep=true");
        Map<String, String> addresses = announcement.make(false);
        release.uninstall();
        assertEquals(Map.of(), new Tenants(cluster).addresses());
        assertEquals(WRITTEN, cluster.kubectl("get", "eips,bgpconfs,bgppeers,porteraddresses", "-o", "name"));
        release.install();
        assertEquals(addresses, announcement.await());
        release.uninstall();
        bed.assertNothingIsLeft();
    }
}
