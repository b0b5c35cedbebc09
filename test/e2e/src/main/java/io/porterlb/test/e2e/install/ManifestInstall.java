package io.porterlb.test.e2e.install;

import io.porterlb.test.cluster.KubernetesCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/// PorterLB by `kubectl apply` of `manifests/porterlb.yaml`, without Helm.
public record ManifestInstall(KubernetesCluster cluster) {
    private static final Pattern IMAGE = Pattern.compile("(image: \"[^\"]+):[^\":]+");
    private static final String NAMESPACE = "porterlb-system";

    /// Applies it; returns when all its Pods are ready. May be repeated, as for an upgrade.
    public void apply() {
        String manifest = SourceTree.path("manifests/porterlb.yaml").toString();
        cluster.kubectl("apply", "-f", manifest);
        pods().awaitReady();
    }

    /// The same as another version of PorterLB has it, with images of this tag.
    public void apply(String tag) {
        cluster.apply(IMAGE.matcher(text()).replaceAll("$1:" + tag));
        pods().awaitReady();
    }

    private static String text() {
        try {
            return Files.readString(SourceTree.path("manifests/porterlb.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PorterPods pods() {
        return new PorterPods(cluster, NAMESPACE);
    }
}
