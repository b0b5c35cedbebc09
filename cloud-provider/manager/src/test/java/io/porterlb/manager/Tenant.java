package io.porterlb.manager;

import io.porterlb.test.cluster.process.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A user of a [TestCluster] who has the ClusterRole `edit` in one namespace, and no other right.
///
/// @param folder for manifests
record Tenant(String namespace, Path folder) {
    /// In a namespace of its own.
    static Tenant create(Path folder) {
        Tenant tenant = new Tenant("t" + UUID.randomUUID(), folder);
        TestCluster.kubectl("create", "namespace", tenant.namespace);
        TestCluster.kubectl(
                "create",
                "rolebinding",
                "editor",
                "--clusterrole=edit",
                "--serviceaccount=" + tenant.namespace + ":editor",
                "--namespace=" + tenant.namespace);
        TestCluster.await("its rights", () -> tenant.may("create", "services"));
        return tenant;
    }

    boolean may(String... verbAndResource) {
        try {
            kubectl(Stream.concat(Stream.of("auth", "can-i", "--quiet"), Stream.of(verbAndResource))
                    .toArray(String[]::new));
            return true;
        } catch (CommandFailedException _) {
            return false;
        }
    }

    /// As this user, in its namespace.
    String kubectl(String... words) {
        List<String> who = List.of("--as=system:serviceaccount:" + namespace + ":editor", "--namespace=" + namespace);
        return TestCluster.kubectl(Stream.concat(Stream.of(words), who.stream()).toArray(String[]::new));
    }

    /// Creates a Service of type LoadBalancer.
    ///
    /// @param metadata further fields of `metadata`, in YAML's flow form
    /// @param spec further fields of `spec`, likewise
    /// @param status fields of `status`, likewise
    void create(String name, String metadata, String spec, String status) throws IOException {
        Path manifest = Files.writeString(folder.resolve(name + ".yaml"), """
                apiVersion: v1
                kind: Service
                metadata: {name: %s, %s}
                spec: {type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{port: 443}], %s}
                status: {%s}
                """.formatted(name, metadata, spec, status));
        kubectl("create", "--filename=" + manifest);
    }

    String get(String name, String path) {
        return kubectl("get", "service", name, "--output=jsonpath={" + path + "}");
    }

    String address(String name) {
        return get(name, ".status.loadBalancer.ingress[*].ip");
    }

    /// Waits until it has no address for this reason, by its condition. Before that, there may be another reason: the
    /// manager hears of Services before it hears of what was made before them.
    void awaitRefusal(String name, String reason) {
        String path = ".status.conditions[?(@.type==\"porterlb.io/AddressAssigned\")].reason";
        TestCluster.await(reason + " of " + name, () -> get(name, path).equals(reason));
    }
}
