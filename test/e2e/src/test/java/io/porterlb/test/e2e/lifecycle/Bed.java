package io.porterlb.test.e2e.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.footprint.Footprint;
import io.porterlb.test.e2e.footprint.KubeProxies;
import io.porterlb.test.e2e.install.Images;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A cluster that PorterLB is to come into: with tenants, the images, and what was there before.
record Bed(KubernetesCluster cluster, Footprint before) {
    static final String TAG = "0.1.0";
    static final String NEXT_TAG = "0.1.1";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<String> LOADED = ConcurrentHashMap.newKeySet();

    static Bed make(KubernetesCluster cluster) {
        load(cluster);
        new Tenants(cluster).move();
        KubeProxies.await(cluster);
        return new Bed(cluster, Footprint.settled(cluster));
    }

    static void load(KubernetesCluster cluster) {
        if (LOADED.add(cluster.spec().name())) {
            Images.current().load(cluster);
            Images.tagged(NEXT_TAG).load(cluster);
        }
    }

    /// Within three minutes: garbage is collected a little later, and the Pods of a node that was cut off are no
    /// endpoints until its kubelet hears from the API server again. Before that, all may be quiet for a while.
    void assertNothingIsLeft() {
        Wait.until(PATIENCE, () -> Footprint.of(cluster).since(before).isEmpty());
        assertEquals("", Footprint.settled(cluster).since(before).toString());
    }

    static Set<String> images(String tag) {
        return Set.of("ghcr.io/porterlb/porter-agent:" + tag, "ghcr.io/porterlb/porter-manager:" + tag);
    }
}
