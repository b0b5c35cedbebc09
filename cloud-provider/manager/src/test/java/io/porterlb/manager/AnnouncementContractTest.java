package io.porterlb.manager;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A Service with `externalTrafficPolicy: Local` in a real cluster of one node, which reports no BGP session. There is
/// no agent: its report is written by hand, and so is the Service's EndpointSlice.
@Tag("cluster")
@Timeout(600)
class AnnouncementContractTest {
    private RunningManager manager = TestCluster.manager();

    @AfterEach
    void clear() {
        manager.close();
        TestCluster.kubectl("delete", "porternodes", "--all");
    }

    private static String condition(TestService service) {
        return service.get(".status.conditions[?(@.type==\"porterlb.io/Announced\")].message");
    }

    private static void addEndpointOnNode1(TestService service) {
        TestCluster.apply("""
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata: {name: %1$s, labels: {kubernetes.io/service-name: %1$s}}
                addressType: IPv4
                endpoints: [{addresses: [10.0.0.7], nodeName: node1, conditions: {ready: true}}]
                """.formatted(service.name()));
    }

    @Test
    void aLocalServiceThatHasAnEndpointAndIsNotAnnouncedSaysSoUntilItHasNone() {
        TestCluster.apply("{apiVersion: porterlb.io/v1alpha1, kind: PorterNode, metadata: {name: node1}}");
        TestService silent = TestService.create("", "externalTrafficPolicy: Local");
        TestService idle = TestService.create("", "externalTrafficPolicy: Local");
        addEndpointOnNode1(silent);
        TestCluster.await(
                "a condition", Duration.ofMinutes(5), () -> !condition(silent).isEmpty());
        assertTrue(condition(silent).contains("endpoints on node1"), condition(silent));
        assertTrue(condition(idle).isEmpty(), condition(idle));
        manager.close();
        TestCluster.kubectl("delete", "endpointslice", silent.name());
        manager = TestCluster.manager();
        TestCluster.await("its end", () -> condition(silent).isEmpty());
    }
}
