package io.porterlb.manager;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Service of a [TestCluster] in namespace default, as its owner sees it.
record TestService(String name) {
    static final String FINALIZER = "service.kubernetes.io/load-balancer-cleanup";

    /// A new one of type LoadBalancer, with a random name.
    ///
    /// @param metadata further fields of `metadata`, in YAML's flow form
    /// @param spec further fields of `spec`, likewise
    static TestService create(String metadata, String spec) {
        return create("s" + UUID.randomUUID(), metadata, spec, 80);
    }

    /// As [#create], on another port than 80.
    static TestService onPort(int port, String metadata) {
        return create("s" + UUID.randomUUID(), metadata, "", port);
    }

    private static TestService create(String name, String metadata, String spec, int port) {
        TestCluster.apply("""
                apiVersion: v1
                kind: Service
                metadata: {name: %s, %s}
                spec: {type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{port: %d}], %s}
                """.formatted(name, metadata, port, spec));
        return new TestService(name);
    }

    static TestService create() {
        return create("", "");
    }

    /// Deletes it against its finalizers, and creates another one of the same name.
    void replace() {
        patch("{\"metadata\": {\"finalizers\": null}}");
        TestCluster.kubectl("delete", "service", name, "--timeout=60s");
        create(name, "", "", 80);
    }

    /// By a JSONPath, such as `.spec.type`; empty where there is nothing.
    String get(String path) {
        return TestCluster.kubectl("get", "service", name, "--ignore-not-found", "--output=jsonpath={" + path + "}");
    }

    String address() {
        return get(".status.loadBalancer.ingress[*].ip");
    }

    String awaitAddress() {
        TestCluster.await("an address of " + name, () -> !address().isEmpty());
        return address();
    }

    /// In the order of their names.
    String finalizers() {
        return Stream.of(get(".metadata.finalizers[*]").split(" ")).sorted().collect(Collectors.joining(" "));
    }

    void patch(String json, String... options) {
        TestCluster.kubectl(Stream.of(List.of("patch", "service", name, "--type=merge", "-p", json), List.of(options))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    void patchStatus(String json) {
        patch("{\"status\": " + json + "}", "--subresource=status");
    }

    /// Does not wait for finalizers.
    void delete() {
        TestCluster.kubectl("delete", "service", name, "--wait=false");
    }

    boolean exists() {
        return !get(".metadata.name").isEmpty();
    }

    void awaitGone() {
        TestCluster.await("the end of " + name, () -> !exists());
    }

    /// Whether any PorterAddress names it.
    boolean recorded() {
        return TestCluster.kubectl("get", "porteraddresses", "--output=yaml").contains(name);
    }
}
