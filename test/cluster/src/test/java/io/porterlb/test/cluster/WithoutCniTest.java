package io.porterlb.test.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A cluster as a cloud-controller-manager meets it first: no node is Ready, each has its taints, and a Pod of
/// the host's network runs nevertheless and reaches the API server as `rest.InClusterConfig` and its like do.
@Tag("cluster")
class WithoutCniTest {
    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.perClass(spec -> spec.withCni(false));

    private static final Set<String> TAINTS =
            Set.of("node.cloudprovider.kubernetes.io/uninitialized", "node.kubernetes.io/not-ready");
    private static final String CURL = """
            curl --silent --show-error --fail --max-time 10 --retry 20 --retry-delay 1 --retry-all-errors \
            --cacert $A/ca.crt --header "Authorization: Bearer $(cat $A/token)" \
            https://$KUBERNETES_SERVICE_HOST:$KUBERNETES_SERVICE_PORT/api/v1/namespaces/default/serviceaccounts/default""";

    /// @param where lines of the Pod's specification
    private static String caller(String name, String where) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s}
                spec:
                  %s
                  restartPolicy: Never
                  tolerations: [{operator: Exists}]
                  containers:
                  - name: main
                    image: registry.k8s.io/e2e-test-images/agnhost:2.59
                    env: [{name: A, value: /var/run/secrets/kubernetes.io/serviceaccount}]
                    command: [sh, -c]
                    args:
                    - >-
                      %s
                """.formatted(name, where, CURL);
    }

    private static final String READER = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: default-reads}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
            subjects: [{kind: ServiceAccount, name: default, namespace: default}]
            """;

    @Test
    void podOfTheHostNetworkCallsTheApiServerBeforeAndAnyOtherAfterTheNetworkIsThere(KubernetesCluster cluster) {
        assertEquals("False False", readiness(cluster));
        assertEquals(TAINTS, taints(cluster));
        cluster.apply(READER);
        cluster.apply(caller("host", "hostNetwork: true"));
        assertEquals("default", accountThatItRead(cluster, "host"));
        cluster.apply(caller("pod", "hostNetwork: false"));
        assertEquals("False False", readiness(cluster));
        cluster.applyCni();
        assertEquals("True True", readiness(cluster));
        assertEquals("default", accountThatItRead(cluster, "pod"));
    }

    private static String accountThatItRead(KubernetesCluster cluster, String pod) {
        cluster.kubectl("wait", "--for=jsonpath={.status.phase}=Succeeded", "--timeout=300s", "pod/" + pod);
        String answer = cluster.kubectl("logs", pod);
        assertTrue(answer.contains("\"kind\": \"ServiceAccount\""), answer);
        return com.google.gson.JsonParser.parseString(answer)
                .getAsJsonObject()
                .getAsJsonObject("metadata")
                .get("name")
                .getAsString();
    }

    private static String readiness(KubernetesCluster cluster) {
        return cluster.kubectl(
                "get", "nodes", "-o", "jsonpath={.items[*].status.conditions[?(@.type=='Ready')].status}");
    }

    private static Set<String> taints(KubernetesCluster cluster) {
        String keys = cluster.kubectl("get", "nodes", "-o", "jsonpath={.items[*].spec.taints[*].key}");
        return new TreeSet<>(Arrays.asList(keys.split(" ", -1)));
    }
}
