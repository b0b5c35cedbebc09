package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.removal.ClusterObject;

/// Labels and annotations that an installation carries.
final class Labels {
    static final String NAME = "app.kubernetes.io/name";
    static final String COMPONENT = "app.kubernetes.io/component";

    /// Selector of all that is installed.
    static final String OURS = NAME + "=porterlb";

    /// Where Helm notes which release an object belongs to.
    static final String HELM_RELEASE = "meta.helm.sh/release-name";

    static final String HELM_NAMESPACE = "meta.helm.sh/release-namespace";

    private Labels() {}

    /// Selector of the Pods of one of the programs.
    static String component(String name) {
        return OURS + "," + COMPONENT + "=" + name;
    }

    static boolean ours(ClusterObject object) {
        return "porterlb".equals(object.labels().get(NAME));
    }
}
