package io.porterlb.test.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A cluster with DNS has it as soon as it is there.
@Tag("cluster")
class DnsTest {
    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.perClass(spec -> spec.withDns(true));

    private static final String ASKER = """
            apiVersion: v1
            kind: Pod
            metadata: {name: asker}
            spec:
              restartPolicy: Never
              tolerations: [{operator: Exists}]
              containers:
              - name: main
                image: registry.k8s.io/e2e-test-images/agnhost:2.59
                command: [dig, +short, +search, kubernetes.default]
            """;

    @Test
    void podFindsServicesByTheirNames(KubernetesCluster cluster) {
        cluster.apply(ASKER);
        cluster.kubectl("wait", "--for=jsonpath={.status.phase}=Succeeded", "pod/asker", "--timeout=300s");
        assertEquals("10.96.0.1\n", cluster.kubectl("logs", "asker"));
    }
}
