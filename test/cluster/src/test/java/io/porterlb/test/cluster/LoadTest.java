package io.porterlb.test.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An image that was loaded is on every node, by its whole name.
@Tag("cluster")
class LoadTest {
    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.shared(spec -> spec);

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "containerd, io.containerd.image.name, ghcr.io/example/one:0.1.0",
        "oci, org.opencontainers.image.ref.name, ghcr.io/example/two:0.1.0"
    })
    void ociLayoutIsLoadedIntoEveryNodeByTheNameInItsAnnotation(String pod, String annotation, String image)
            throws Exception {
        KubernetesCluster cluster = CLUSTER.cluster();
        cluster.load(new OciLayout(folder).write(annotation, image));
        for (String node : List.of("node1", "node2")) {
            cluster.apply(pod(pod, node, image));
            String name = "pod/" + pod + "-" + node;
            cluster.kubectl("wait", "--for=jsonpath={.status.phase}=Succeeded", "--timeout=300s", name);
            assertEquals("from an OCI layout", cluster.kubectl("logs", name).strip());
        }
    }

    private static String pod(String pod, String node, String image) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %1$s-%2$s}
                spec:
                  nodeName: %2$s
                  hostNetwork: true
                  restartPolicy: Never
                  tolerations: [{operator: Exists}]
                  containers: [{name: main, image: "%3$s", imagePullPolicy: Never}]
                """.formatted(pod, node, image);
    }
}
