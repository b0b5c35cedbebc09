package io.porterlb.porterctl.uninstall;

import io.porterlb.test.cluster.KubernetesCluster;
import java.util.List;

/// What the manager, and OpenELB before it, write on a Service, put there by hand.
record Marked(String service, List<String> finalizers, boolean label, List<String> ingress, List<String> conditions) {
    private static final String LABEL = "eip.openelb.kubesphere.io/v1alpha2";
    static final String WELL_KNOWN = "service.kubernetes.io/load-balancer-cleanup";
    static final String OURS = "porterlb.io/AddressAssigned";

    void apply(KubernetesCluster cluster) {
        String labels = label ? "\"labels\":{\"" + LABEL + "\":\"pool\"}," : "";
        patch(cluster, "{\"metadata\":{" + labels + "\"finalizers\":" + list(finalizers, "") + "}}");
        String entries = list(ingress, "ip");
        String status = "{\"status\":{\"loadBalancer\":{\"ingress\":" + entries + "},\"conditions\":["
                + String.join(",", conditions.stream().map(Marked::condition).toList()) + "]}}";
        patch(cluster, status, "--subresource=status");
    }

    private void patch(KubernetesCluster cluster, String body, String... more) {
        String[] words = new String[more.length + 6];
        System.arraycopy(new String[] {"patch", "service", service, "--type=merge", "--patch", body}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        cluster.kubectl(words);
    }

    private static String list(List<String> texts, String field) {
        return "[" + String.join(",", texts.stream().map(t -> item(t, field)).toList()) + "]";
    }

    private static String item(String text, String field) {
        return field.isEmpty() ? "\"" + text + "\"" : "{\"" + field + "\":\"" + text + "\"}";
    }

    private static String condition(String type) {
        return "{\"type\":\"" + type + "\",\"status\":\"False\",\"reason\":\"R\",\"message\":\"m\","
                + "\"lastTransitionTime\":\"2026-01-01T00:00:00Z\"}";
    }
}
