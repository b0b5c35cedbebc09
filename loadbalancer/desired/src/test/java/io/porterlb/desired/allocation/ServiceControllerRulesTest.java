package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.desired.Cluster;
import io.porterlb.desired.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which Services the service controller of `k8s.io/cloud-provider` takes up, and for what; with the
/// differences that we want. One row a rule.
class ServiceControllerRulesTest {
    private static final String ADDRESS = "198.51.100.7";

    /// What is to become of the Service.
    enum Becomes {
        HELD,
        RELEASED,
        LEFT_ALONE,
        /// There is nothing to do for it.
        NOTHING
    }

    /// Of a Service of type LoadBalancer without class, which is changed before it is looked at.
    record Row(String rule, Becomes becomes, BiConsumer<Cluster, Service> change) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static List<Row> rows() {
        return List.of(
                new Row("a LoadBalancer without class is served", Becomes.HELD, (_, _) -> {}),
                new Row(
                        "our own class is served",
                        Becomes.HELD,
                        (_, s) -> s.loadBalancerClass = Optional.of(AllocatorSettings.OWN_CLASS)),
                new Row(
                        "any other class is not",
                        Becomes.LEFT_ALONE,
                        (_, s) -> s.loadBalancerClass = Optional.of("example.com/lb")),
                new Row("nor any other type", Becomes.NOTHING, (_, s) -> s.loadBalancer = false),
                new Row("a served Service stays served when it is seen again", Becomes.HELD, (c, s) -> serve(c, s)),
                new Row("a type change while we were away is cleaned up", Becomes.RELEASED, (c, s) -> {
                    serve(c, s).reports();
                    s.loadBalancer = false;
                }),
                new Row("so is a deletion", Becomes.RELEASED, (c, s) -> serve(c, s).deleting = true),
                new Row("a deletion without our finalizer is one too", Becomes.RELEASED, (c, s) -> {
                    serve(c, s).finalizers = List.of();
                    s.deleting = true;
                }),
                new Row("a deleted Service gets no address", Becomes.LEFT_ALONE, (_, s) -> s.deleting = true),
                new Row("the finalizer alone is no reason for a cleanup: another's", Becomes.LEFT_ALONE, (_, s) -> {
                    s.finalizers = List.of(Marks.CLOUD_PROVIDER_FINALIZER);
                    s.loadBalancerClass = Optional.of("example.com/lb");
                    s.deleting = true;
                }),
                new Row("our own finalizer is", Becomes.RELEASED, (_, s) -> {
                    s.finalizers = List.of(Marks.OWN_FINALIZER);
                    s.loadBalancer = false;
                }),
                new Row("and OpenELB's", Becomes.RELEASED, (_, s) -> {
                    s.finalizers = List.of(Marks.OPENELB_FINALIZER);
                    s.deleting = true;
                }),
                new Row(
                        "a class that came with a change of type and back is no longer ours",
                        Becomes.RELEASED,
                        (c, s) -> serve(c, s).loadBalancerClass = Optional.of("example.com/lb")));
    }

    private static Service serve(Cluster cluster, Service service) {
        cluster.record(ADDRESS, "pool", service);
        service.labels.put(Marks.EIP_LABEL, "pool");
        service.finalizers = List.of(Marks.CLOUD_PROVIDER_FINALIZER);
        return service.reports(ADDRESS);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rule(Row row) {
        Cluster cluster = new Cluster();
        cluster.eip("pool", "198.51.100.0/24");
        Service service = cluster.service("default/web");
        row.change().accept(cluster, service);
        Optional<Assignment> assignment =
                Optional.ofNullable(Allocator.allocate(cluster.view(), AllocatorSettings.DEFAULT)
                        .services()
                        .get(service.key()));
        assertEquals(row.becomes(), becomes(assignment));
    }

    private static Becomes becomes(Optional<Assignment> assignment) {
        return assignment
                .map(found -> switch (found) {
                    case Assignment.Held _ -> Becomes.HELD;
                    case Assignment.Released _ -> Becomes.RELEASED;
                    case Assignment.LeftAlone _ -> Becomes.LEFT_ALONE;
                    case Assignment.Refused refused -> throw new AssertionError(refused);
                })
                .orElse(Becomes.NOTHING);
    }
}
