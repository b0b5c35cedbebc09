package io.porterlb.test.e2e.lifecycle;

import io.porterlb.test.cluster.KubernetesCluster;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What must be the same after an upgrade as before it.
///
/// @param addresses of the tenants' Services
/// @param records every PorterAddress by name and UID, so that one that was made anew is another one
public record Standing(Map<String, String> addresses, Set<String> records) {
    private static final String NAMES =
            "{range .items[*]}{.metadata.name} {.metadata.uid} {.spec.owners[*].name}{\"\\n\"}{end}";

    public static Standing of(KubernetesCluster cluster) {
        Set<String> records = cluster.kubectl("get", "porteraddresses.porterlb.io", "-o", "jsonpath=" + NAMES)
                .lines()
                .collect(Collectors.toSet());
        return new Standing(new Tenants(cluster).addresses(), records);
    }
}
