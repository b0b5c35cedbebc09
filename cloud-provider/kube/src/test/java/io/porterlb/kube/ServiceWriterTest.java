package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Marks;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.WriteResult.Conflict;
import io.porterlb.kube.WriteResult.NotFound;
import io.porterlb.kube.WriteResult.Refused;
import io.porterlb.kube.WriteResult.Written;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// One patch of services/status, as a real API server takes it.
class ServiceWriterTest extends RealApiServer {
    private static final String SERVICES = "/api/v1/namespaces/default/services";
    private static final String FINALIZER = "service.kubernetes.io/load-balancer-cleanup";

    @Test
    void onePatchOfServiceStatusStoresFinalizerLabelIngressAndCondition() throws Exception {
        ServiceView service = service(List.of("example.com/foreign"));
        IpAddress address = IpAddress.of("198.51.100.200");
        assertInstanceOf(Written.class, cluster.services().patch(take(service, address)));

        JsonObject stored = api.get(SERVICES + "/" + name);
        JsonObject metadata = stored.getAsJsonObject("metadata");
        assertEquals(
                Json.tree(List.of("example.com/foreign", FINALIZER)), sorted(metadata.getAsJsonArray("finalizers")));
        assertEquals(
                "pool", metadata.getAsJsonObject("labels").get(Marks.EIP_LABEL).getAsString());
        JsonObject status = stored.getAsJsonObject("status");
        assertEquals(
                Json.tree(Map.of("ingress", List.of(Map.of("ip", "198.51.100.200", "ipMode", "VIP")))),
                status.get("loadBalancer"));
        assertEquals(1, status.getAsJsonArray("conditions").size());
    }

    @Test
    void theNextViewHasWhatWasJustWritten() throws Exception {
        ServiceView service = service(List.of());
        cluster.services().patch(take(service, IpAddress.of("198.51.100.201")));
        ServiceView after = in(cluster.next().services(), service.key());
        assertEquals(List.of("198.51.100.201"), after.ingress());
        assertEquals(List.of(FINALIZER), after.finalizers());
    }

    @Test
    void releaseTakesAwayOnlyWhatIsOurs() throws Exception {
        ServiceView service = service(List.of("example.com/foreign"));
        cluster.services().patch(take(service, IpAddress.of("198.51.100.202")));
        ServicePatch release = new ServicePatch(
                in(cluster.next().services(), service.key()),
                Set.of(),
                Set.of(FINALIZER),
                Optional.empty(),
                new IngressChange.Remove(Set.of("198.51.100.202")),
                List.of(),
                Set.of("porterlb.io/AddressAssigned"));
        assertInstanceOf(Written.class, cluster.services().patch(release));

        JsonObject stored = api.get(SERVICES + "/" + name);
        assertEquals(
                Json.tree(List.of("example.com/foreign")),
                stored.getAsJsonObject("metadata").get("finalizers"));
        assertEquals(Json.object("app", "x"), stored.getAsJsonObject("metadata").get("labels"));
        assertEquals(Json.object("loadBalancer", new JsonObject()), stored.get("status"));
    }

    @Test
    void releaseLeavesWhatAnotherLoadBalancerShows() throws Exception {
        ServiceView service = service(List.of());
        cluster.services().patch(take(service, IpAddress.of("198.51.100.207")));
        List<Map<String, String>> both =
                List.of(Map.of("hostname", "lb.example.com"), Map.of("ip", "198.51.100.207", "ipMode", "VIP"));
        JsonObject theirs = Json.object("status", Map.of("loadBalancer", Map.of("ingress", both)));
        api.send("PATCH", SERVICES + "/" + name + "/status", theirs, ContentType.MERGE_PATCH);
        ServiceView seen = in(cluster.next().services(), service.key());
        while (seen.ingress().size() < 2) {
            seen = in(cluster.next().services(), service.key());
        }
        ServicePatch release = new ServicePatch(
                seen,
                Set.of(),
                Set.of(FINALIZER),
                Optional.empty(),
                new IngressChange.Remove(Set.of("198.51.100.207")),
                List.of(),
                Set.of());
        assertInstanceOf(Written.class, cluster.services().patch(release));
        assertEquals(
                Json.tree(Map.of("ingress", List.of(Map.of("hostname", "lb.example.com")))),
                api.get(SERVICES + "/" + name).getAsJsonObject("status").get("loadBalancer"));
    }

    @Test
    void aServiceThatHasChangedSinceIsNotWritten() throws Exception {
        ServiceView service = service(List.of());
        cluster.services().patch(take(service, IpAddress.of("198.51.100.205")));
        cluster.next();
        assertInstanceOf(Conflict.class, cluster.services().patch(take(service, IpAddress.of("198.51.100.206"))));
    }

    @Test
    void whatSomebodyElseWroteJustNowIsNotOverwritten() throws Exception {
        ServiceView service = service(List.of());
        api.send(
                "PATCH",
                SERVICES + "/" + name,
                Json.object("metadata", Map.of("annotations", Map.of("a", "b"))),
                ContentType.MERGE_PATCH);
        assertInstanceOf(Conflict.class, cluster.services().patch(take(service, IpAddress.of("198.51.100.207"))));
    }

    @Test
    void ingressAfterATypeChangeIsNotStored() throws Exception {
        ServiceView service = service(List.of());
        api.send(
                "PATCH",
                SERVICES + "/" + name,
                Json.object("spec", Map.of("type", "ClusterIP")),
                ContentType.MERGE_PATCH);
        WriteResult result = cluster.services().patch(take(service, IpAddress.of("198.51.100.203")));
        assertTrue(result instanceof Conflict || result instanceof Refused, result.toString());
    }

    @Test
    void aServiceThatIsGoneIsNotFound() throws Exception {
        ServiceView service = service(List.of());
        api.send("DELETE", SERVICES + "/" + name, new JsonObject(), ContentType.JSON);
        assertInstanceOf(NotFound.class, cluster.services().patch(take(service, IpAddress.of("198.51.100.204"))));
    }

    private static ServicePatch take(ServiceView service, IpAddress address) {
        return new ServicePatch(
                service,
                Set.of(FINALIZER),
                Set.of(),
                Optional.of("pool"),
                new IngressChange.Show(List.of(address)),
                List.of(new Condition("porterlb.io/AddressAssigned", true, "Assigned", "from pool")),
                Set.of());
    }

    private ServiceView service(List<String> finalizers) throws Exception {
        JsonObject body = Json.object(
                "metadata", Map.of("name", name, "labels", Map.of("app", "x"), "finalizers", finalizers),
                "spec",
                        Map.of(
                                "type",
                                "LoadBalancer",
                                "allocateLoadBalancerNodePorts",
                                false,
                                "ports",
                                List.of(Map.of("port", 80))));
        api.send("POST", SERVICES, body, ContentType.JSON);
        ServiceKey key = new ServiceKey("default", name);
        return await(ClusterView::services, key);
    }

    private static JsonArray sorted(JsonArray array) {
        JsonArray sorted = new JsonArray();
        array.asList().stream().map(JsonElement::getAsString).sorted().forEach(sorted::add);
        return sorted;
    }
}
