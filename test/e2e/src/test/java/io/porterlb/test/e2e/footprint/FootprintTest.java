package io.porterlb.test.e2e.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.HostProcess;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever is left behind on purpose is found, and nothing else.
@Tag("cluster")
class FootprintTest {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String CRD = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: leftovers.example.org}
            spec:
              group: example.org
              names: {kind: Leftover, plural: leftovers}
              scope: Cluster
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object}}
            """;
    private static final String OBJECT = """
            apiVersion: example.org/v1
            kind: Leftover
            metadata: {name: one, finalizers: [example.org/stays]}
            """;
    private static final Set<String> PLANTED = Set.of(
            "APIService.apiregistration.k8s.io v1.example.org",
            "CustomResourceDefinition.apiextensions.k8s.io leftovers.example.org",
            "Leftover.example.org one",
            "Leftover.example.org one: finalizer example.org/stays",
            "Service default/kubernetes: annotation example.org/note=here",
            "node2: address lo inet 192.0.2.1/32",
            "node2: iptables filter -A INPUT -s 192.0.2.4/32 -j DROP",
            "node2: link planted0",
            "node2: nft table inet planted",
            "node2: nft table inet planted chain c",
            "node2: nft table inet planted chain c drop",
            "node2: nft table ip filter chain INPUT ip saddr 192.0.2.4 counter drop",
            "node2: process sh -c while : java; do sleep 1; done",
            "node2: route local 192.0.2.1 dev lo table local proto kernel scope host src 192.0.2.1",
            "node2: rule -4 100: from 192.0.2.3 lookup 77",
            "node2: socket tcp LISTEN 127.0.0.1:7777 nc",
            "router1: route blackhole 192.0.2.2");

    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.perClass(spec -> spec);

    @Test
    void findsWhatWasLeftBehindAndNothingElse(KubernetesCluster cluster) {
        KubeProxies.await(cluster);
        Footprint before = Footprint.settled(cluster);
        List<HostProcess> processes = plant(cluster);
        Footprint.Difference planted = Footprint.of(cluster).since(before);
        assertTrue(planted.removed().isEmpty(), planted.toString());
        assertEquals(PLANTED, planted.added());
        processes.forEach(HostProcess::stop);
        takeAway(cluster);
        assertEquals("", Footprint.settled(cluster).since(before).toString());
    }

    private static List<HostProcess> plant(KubernetesCluster cluster) {
        cluster.apply(CRD);
        cluster.kubectl("wait", "--for=condition=Established", "crd/leftovers.example.org");
        cluster.apply(OBJECT);
        cluster.kubectl("annotate", "service", "kubernetes", "example.org/note=here");
        NetworkNamespace node = cluster.namespace("node2");
        node.ip(List.of(
                "address add 192.0.2.1/32 dev lo",
                "rule add from 192.0.2.3 lookup 77 priority 100",
                "link add planted0 type bridge"));
        node.exec("nft", "add table inet planted; add chain inet planted c; add rule inet planted c drop");
        node.exec("iptables", "-A", "INPUT", "-s", "192.0.2.4", "-j", "DROP");
        cluster.namespace("router1").exec("ip", "route", "add", "blackhole", "192.0.2.2");
        HostProcess listener = cluster.start("node2", "listener", List.of("nc", "-l", "-k", "127.0.0.1", "7777"));
        HostProcess java = cluster.start("node2", "java", List.of("sh", "-c", "while : java; do sleep 1; done"));
        Await.until(LIMIT, () -> node.exec("ss", "-Hlnt").contains("127.0.0.1:7777"));
        return List.of(listener, java);
    }

    private static void takeAway(KubernetesCluster cluster) {
        cluster.kubectl("patch", "leftover", "one", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":null}}");
        cluster.kubectl("delete", "crd", "leftovers.example.org", "--timeout=300s");
        cluster.kubectl("annotate", "service", "kubernetes", "example.org/note-");
        NetworkNamespace node = cluster.namespace("node2");
        node.ip(List.of("address del 192.0.2.1/32 dev lo", "rule del from 192.0.2.3 lookup 77", "link del planted0"));
        node.exec("nft", "delete table inet planted");
        node.exec("iptables", "-D", "INPUT", "-s", "192.0.2.4", "-j", "DROP");
        cluster.namespace("router1").exec("ip", "route", "del", "blackhole", "192.0.2.2");
    }
}
