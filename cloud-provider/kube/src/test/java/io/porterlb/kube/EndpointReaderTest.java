package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Slices that a real API server has, each of one endpoint.
class EndpointReaderTest extends RealApiServer {
    private final EndpointReader endpoints = cluster.endpoints();

    private void slice(String namespace, String service, String type, String address, Map<String, Boolean> conditions)
            throws Exception {
        Map<String, Object> endpoint =
                Map.of("addresses", List.of(address), "nodeName", "n1", "conditions", conditions);
        api.send(
                "POST",
                "/apis/discovery.k8s.io/v1/namespaces/" + namespace + "/endpointslices",
                Json.object(
                        "metadata",
                        Map.of("generateName", service + "-", "labels", Map.of("kubernetes.io/service-name", service)),
                        "addressType",
                        type,
                        "endpoints",
                        List.of(endpoint)),
                ContentType.JSON);
    }

    private static EndpointView onN1(IpFamily family, boolean ready, boolean terminating) {
        return new EndpointView(family, Optional.of("n1"), ready, true, terminating);
    }

    @Test
    void theEndpointsOfOneServiceAreReadFromAllOfItsSlices() throws Exception {
        Map<String, Boolean> ending = Map.of("ready", false, "serving", true, "terminating", true);
        slice("default", name, "IPv4", "10.0.0.1", Map.of());
        slice("default", name, "IPv4", "10.0.0.2", Map.of());
        slice("default", name, "IPv6", "2001:db8::1", ending);
        slice("default", name + "-other", "IPv6", "2001:db8::2", Map.of());
        slice("kube-system", name, "IPv6", "2001:db8::3", Map.of());
        assertEquals(
                Set.of(onN1(IpFamily.V4, true, false), onN1(IpFamily.V6, false, true)),
                endpoints.of(new ServiceKey("default", name)));
    }

    @Test
    void aServiceWithoutSlicesHasNone() {
        assertEquals(Set.of(), endpoints.of(new ServiceKey("default", name)));
    }
}
