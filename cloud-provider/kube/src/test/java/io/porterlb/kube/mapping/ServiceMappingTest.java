package io.porterlb.kube.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.allocation.Allocator;
import io.porterlb.desired.allocation.AllocatorSettings;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.NamespaceView;
import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.Readiness;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServicePort;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.EndpointSliceResource;
import io.porterlb.kube.resource.NodeResource;
import io.porterlb.kube.resource.ServiceResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceMappingTest {
    @Test
    void anAddressThatKubeProxyLeavesToOthersIsNotAsWeWroteIt() {
        ServiceView view = service("""
                {"status": {"loadBalancer": {"ingress": [
                    {"ip": "198.51.100.1", "ipMode": "Proxy"}, {"ip": "198.51.100.2", "ipMode": "VIP"}, {"ip": "198.51.100.3"}]}}}
                """);
        assertEquals(List.of("198.51.100.1 (ipMode Proxy)", "198.51.100.2", "198.51.100.3"), view.ingress());
    }

    @Test
    void everyFieldOfAServiceThatMattersIsInItsView() {
        ServiceView view = service("""
                {"metadata": {"namespace": "a", "name": "b", "uid": "u", "creationTimestamp": "2026-01-02T03:04:05Z",
                    "deletionTimestamp": "2026-01-02T03:04:06Z", "finalizers": ["f"], "labels": {"l": "1"},
                    "annotations": {"x": "y", "kubectl.kubernetes.io/last-applied-configuration": "{...}"}},
                 "spec": {"type": "LoadBalancer", "loadBalancerClass": "c", "loadBalancerIP": "198.51.100.1",
                    "ipFamilies": ["IPv6", "IPv4"], "ipFamilyPolicy": "RequireDualStack", "externalIPs": ["192.0.2.7"],
                    "externalTrafficPolicy": "Local", "sessionAffinity": "ClientIP", "selector": {"app": "web"},
                    "ports": [{"port": 80}, {"protocol": "UDP", "port": 53, "targetPort": "dns"}]},
                 "status": {"loadBalancer": {"ingress": [{"ip": "198.51.100.1", "ipMode": "VIP"}, {"hostname": "h"}]},
                    "conditions": [{"type": "porterlb.io/AddressAssigned", "status": "False", "message": "m"},
                        {"type": "example.com/other", "status": "True", "message": "theirs"}]}}
                """);
        assertEquals(
                new ServiceView(
                        new ServiceKey("a", "b"),
                        "u",
                        Instant.parse("2026-01-02T03:04:05Z"),
                        true,
                        true,
                        Optional.of("c"),
                        List.of(IpFamily.V6, IpFamily.V4),
                        IpFamilyPolicy.REQUIRE_DUAL_STACK,
                        Optional.of("198.51.100.1"),
                        List.of("192.0.2.7"),
                        Set.of(new ServicePort("TCP", 80), new ServicePort("UDP", 53)),
                        TrafficPolicy.LOCAL,
                        true,
                        Map.of("app", "web"),
                        Map.of("x", "y"),
                        Map.of("l", "1"),
                        List.of("f"),
                        List.of("198.51.100.1", "h"),
                        Map.of("porterlb.io/AddressAssigned", "m")),
                view);
    }

    @Test
    void aServiceThatIsServedByHostNameIsSomebodyElses() {
        ServiceView view = service("""
                {"metadata": {"namespace": "a", "name": "b", "uid": "u"},
                 "spec": {"type": "LoadBalancer", "ipFamilies": ["IPv4"]},
                 "status": {"loadBalancer": {"ingress": [{"ip": "", "hostname": "lb.example.com"}, {}]}}}
                """);
        assertEquals(List.of("lb.example.com"), view.ingress());
        ServiceProblem problem = new ServiceProblem.ForeignAddress("lb.example.com");
        assertEquals(
                new Assignment.LeftAlone(Optional.of(problem)),
                Allocator.allocate(cluster(view), AllocatorSettings.DEFAULT)
                        .services()
                        .get(view.key()));
    }

    private static ClusterView cluster(ServiceView service) {
        return new ClusterView(
                Map.of(service.key(), service),
                Map.of(),
                Map.of(),
                Map.of("a", new NamespaceView("a", Map.of())),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    @Test
    void anEmptyServiceHasDefaults() {
        ServiceView view = service("{\"metadata\": {\"namespace\": \"a\", \"name\": \"b\"}}");
        assertFalse(view.loadBalancer() || view.deleting() || view.clientIpAffinity());
        assertEquals(TrafficPolicy.CLUSTER, view.externalTrafficPolicy());
        assertEquals(IpFamilyPolicy.SINGLE_STACK, view.ipFamilyPolicy());
        assertEquals(Optional.empty(), view.loadBalancerClass());
    }

    private static ServiceView service(String json) {
        return ServiceMapping.view(Json.read(json, ServiceResource.class));
    }

    @Test
    void absentEndpointConditionsMeanReadyAndServing() {
        EndpointSliceMapping.Slice slice = EndpointSliceMapping.slice(Json.read("""
                {"metadata": {"namespace": "a", "name": "b-x", "labels": {"kubernetes.io/service-name": "b"}},
                 "addressType": "IPv6",
                 "endpoints": [
                    {"nodeName": "n1"},
                    {"nodeName": "n2", "conditions": {"ready": false}},
                    {"conditions": {"ready": false, "serving": true, "terminating": true}}]}
                """, EndpointSliceResource.class))
                .orElseThrow();
        assertEquals(new ServiceKey("a", "b"), slice.service());
        assertEquals(
                List.of(
                        new EndpointView(IpFamily.V6, Optional.of("n1"), true, true, false),
                        new EndpointView(IpFamily.V6, Optional.of("n2"), false, false, false),
                        new EndpointView(IpFamily.V6, Optional.empty(), false, true, true)),
                slice.endpoints());
    }

    @Test
    void slicesWithoutServiceOrWithNamesAreNoEndpoints() {
        EndpointSliceResource orphan = Json.read("{\"metadata\": {\"name\": \"x\"}}", EndpointSliceResource.class);
        EndpointSliceResource names = Json.read(
                "{\"metadata\": {\"labels\": {\"kubernetes.io/service-name\": \"b\"}}, \"addressType\": \"FQDN\"}",
                EndpointSliceResource.class);
        assertEquals(Optional.empty(), EndpointSliceMapping.slice(orphan));
        assertEquals(Optional.empty(), EndpointSliceMapping.slice(names));
    }

    @Test
    void nodesHaveTheAddressesThatCanBeReachedAndTheKeysOfTheirTaints() {
        var node = NodeMapping.view(Json.read("""
                {"metadata": {"name": "n", "uid": "u"},
                 "spec": {"providerID": "porter://n", "taints": [{"key": "k", "effect": "NoSchedule"}]},
                 "status": {"addresses": [{"type": "Hostname", "address": "n"},
                    {"type": "InternalIP", "address": "192.0.2.1"}, {"type": "ExternalIP", "address": "2001:db8::1"}]}}
                """, NodeResource.class));
        assertEquals("[192.0.2.1, 2001:db8::1]", node.ips().toString());
        assertEquals(new NodeAddress("Hostname", "n"), node.addresses().getFirst());
        assertEquals("porter://n", node.providerID());
        assertEquals(Readiness.NOT_READY, node.readiness());
        assertEquals(Set.of("k"), node.taints());
        assertFalse(node.unreachable());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            False   | node is shutting down                                                  | SHUTTING_DOWN
            False   | [container runtime is down, node is shutting down]                     | SHUTTING_DOWN
            False   | container runtime network not ready                                    | NOT_READY
            True    | kubelet is posting ready status                                        | READY
            Unknown | Kubelet stopped posting node status.                                   | UNKNOWN
            """)
    void theKubeletSaysThatTheNodeIsShuttingDown(String status, String message, Readiness readiness) {
        var node = NodeMapping.view(Json.read("""
                {"status": {"conditions": [{"type": "Ready", "status": "%s", "message": "%s"}]}}
                """.formatted(status, message), NodeResource.class));
        assertEquals(readiness, node.readiness());
    }

    @ParameterizedTest
    @CsvSource({"Ready, Unknown, true", "Ready, True, false", "Ready, False, false", "DiskPressure, Unknown, false"})
    void onlyANodeWhoseReadinessIsUnknownIsUnreachable(String type, String status, boolean unreachable) {
        var node = NodeMapping.view(Json.read("""
                {"status": {"conditions": [{"type": "%s", "status": "%s", "reason": "x"}]}}
                """.formatted(type, status), NodeResource.class));
        assertEquals(unreachable, node.unreachable());
    }
}
