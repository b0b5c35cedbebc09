package io.porterlb.porterctl.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.desired.view.TrafficPolicy;
import io.porterlb.kube.ObjectCondition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObjectTroublesTest {
    private static ObjectCondition on(String kind, String name, String type, boolean status, String message) {
        return new ObjectCondition(kind, name, new Condition(type, status, "Reason", message));
    }

    private static List<String> conditions(List<NodeReport> reports, ObjectCondition... all) {
        return ObjectTroubles.conditions(List.of(all), reports)
                .map(Finding::toString)
                .toList();
    }

    private static NodeReport report(String state) {
        SessionReport session = new SessionReport(
                "leaf1", "192.0.2.1", 65000, 65001, "", state, "", "", "", 0, 0, OptionalInt.empty(), "");
        return new NodeReport("n1", List.of(session), Optional.empty(), Optional.empty(), "hash", "");
    }

    private static ServiceView service(String loadBalancerClass, List<String> ingress, Map<String, String> conditions) {
        return new ServiceView(
                new ServiceKey("default", "web"),
                "u",
                Instant.EPOCH,
                false,
                true,
                Optional.of(loadBalancerClass).filter(name -> !name.isEmpty()),
                List.of(),
                IpFamilyPolicy.SINGLE_STACK,
                Optional.empty(),
                List.of(),
                Set.of(),
                TrafficPolicy.CLUSTER,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                ingress,
                conditions);
    }

    private static long waiting(ServiceView service) {
        return ObjectTroubles.waiting(List.of(service)).count();
    }

    @Test
    void aConditionThatIsNotTrueIsALine() {
        assertEquals(
                List.of(
                        "Eip a: Ready is not True (Reason): 300.0.0.1 is no address.",
                        "Service default/web: porterlb.io/AddressAssigned is not True (Reason): none is free."),
                conditions(
                        List.of(),
                        on("Eip", "a", "Ready", false, "300.0.0.1 is no address."),
                        on("Eip", "b", "Ready", true, ""),
                        on("Service", "default/web", "porterlb.io/AddressAssigned", false, "none is free.")));
    }

    @Test
    void aBgpPeerThatIsNotReadyIsLeftOutWhereItsSessionsAreReported() {
        ObjectCondition notReady = on("BgpPeer", "leaf1", "Ready", false, "Node n1: refused.");
        assertEquals(List.of(), conditions(List.of(report("ACTIVE")), notReady));
        assertEquals(1, conditions(List.of(report("ESTABLISHED")), notReady).size());
        assertEquals(1, conditions(List.of(), notReady).size());
        ObjectCondition unsupported = on("BgpPeer", "leaf1", "Supported", false, "spec.x has no effect.");
        assertEquals(1, conditions(List.of(report("ACTIVE")), unsupported).size());
    }

    @Test
    void aServiceWithoutAddressAndWithoutReasonIsALineUnlessItIsAnothers() {
        assertEquals(1, waiting(service("", List.of(), Map.of())));
        assertEquals(1, waiting(service("porterlb.io/porter", List.of(), Map.of())));
        assertEquals(0, waiting(service("example.com/other", List.of(), Map.of())));
        assertEquals(0, waiting(service("", List.of("198.51.100.7"), Map.of())));
        assertEquals(0, waiting(service("", List.of(), Map.of("porterlb.io/AddressAssigned", "none is free"))));
    }
}
