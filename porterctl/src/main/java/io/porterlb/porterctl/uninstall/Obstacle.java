package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.removal.ClusterObject;
import io.porterlb.kube.removal.InstalledKind;
import io.porterlb.kube.removal.Removal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Why PorterLB must not be taken out this way.
final class Obstacle {
    private Obstacle() {}

    /// A sentence that says what to do instead; empty if nothing stands in the way.
    static Optional<String> find(Removal removal, String namespace) {
        List<ClusterObject> installed = Stream.of(
                        InstalledKind.DEPLOYMENT, InstalledKind.DAEMON_SET, InstalledKind.CLUSTER_ROLE)
                .flatMap(kind -> removal.list(kind, "", Labels.OURS).stream())
                .toList();
        return helm(installed).or(() -> elsewhere(installed, namespace));
    }

    private static Optional<String> helm(List<ClusterObject> installed) {
        return installed.stream()
                .filter(object -> object.annotations().containsKey(Labels.HELM_RELEASE))
                .findFirst()
                .map(object -> helm(
                        object.annotations().getOrDefault(Labels.HELM_RELEASE, ""),
                        object.annotations().getOrDefault(Labels.HELM_NAMESPACE, object.namespace())));
    }

    private static String helm(String release, String namespace) {
        return "PorterLB was installed by Helm as release " + release + " in namespace " + namespace
                + ": run helm uninstall " + release + " -n " + namespace + ".";
    }

    private static Optional<String> elsewhere(List<ClusterObject> installed, String namespace) {
        return installed.stream()
                .filter(object ->
                        !object.namespace().isEmpty() && !object.namespace().equals(namespace))
                .findFirst()
                .map(object ->
                        object + " is not in namespace " + namespace + ": say --namespace " + object.namespace() + ".");
    }
}
