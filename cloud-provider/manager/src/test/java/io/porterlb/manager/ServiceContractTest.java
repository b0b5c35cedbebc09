package io.porterlb.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The contract of the service controller where the API server has a part in it.
@Tag("cluster")
@Timeout(180)
class ServiceContractTest {
    private static final String EIP_LABEL = ".metadata.labels.eip\\.openelb\\.kubesphere\\.io/v1alpha2";

    private RunningManager manager = TestCluster.manager();

    @AfterEach
    void close() {
        manager.close();
    }

    /// Whatever it was going to do before is done by then.
    private static void awaitARound() {
        TestService later = TestService.create();
        later.awaitAddress();
        later.delete();
        later.awaitGone();
    }

    @Test
    void finalizerLabelAndAddressComeTogetherAndAreSaid() {
        TestService service = TestService.create("finalizers: [example.com/other]", "");
        String address = service.awaitAddress();
        assertEquals("example.com/other " + TestService.FINALIZER, service.finalizers());
        assertEquals("pool", service.get(EIP_LABEL));
        assertEquals("VIP", service.get(".status.loadBalancer.ingress[0].ipMode"));
        TestCluster.await(
                "its events",
                () -> TestCluster.events(service.name())
                        .containsAll(List.of(
                                "service-controller Normal EnsuredLoadBalancer: Ensured load balancer",
                                "porter-manager Normal AddressAssigned: " + address + " from Eip pool")));
    }

    /// The API server empties the status in the same write, so that only the record knows the address.
    @Test
    void aTypeChangeGivesTheAddressBackAndTheWayBackTakesOne() {
        TestService service = TestService.create();
        service.awaitAddress();
        service.patch("{\"spec\": {\"type\": \"ClusterIP\"}}");
        TestCluster.await("the release", () -> service.finalizers().isEmpty() && !service.recorded());
        assertEquals("", service.get(EIP_LABEL));
        service.patch("{\"spec\": {\"type\": \"LoadBalancer\"}}");
        service.awaitAddress();
        assertEquals(TestService.FINALIZER, service.finalizers());
    }

    @Test
    void deletionEndsWithOurFinalizerAndLeavesThatOfOthers() {
        TestService service = TestService.create("finalizers: [example.com/other]", "");
        service.awaitAddress();
        service.delete();
        TestCluster.await("the release", () -> service.finalizers().equals("example.com/other"));
        TestCluster.await("the end of its record", () -> !service.recorded());
        TestCluster.await(
                "its events",
                () -> TestCluster.events(service.name())
                        .containsAll(List.of(
                                "service-controller Normal DeletingLoadBalancer: Deleting load balancer",
                                "service-controller Normal DeletedLoadBalancer: Deleted load balancer")));
        service.patch("{\"metadata\": {\"finalizers\": null}}");
        service.awaitGone();
    }

    @Test
    void whatHappensWhileTheManagerIsAwayIsDoneLater() {
        TestService deleted = TestService.create();
        TestService changed = TestService.create();
        deleted.awaitAddress();
        changed.awaitAddress();
        manager.close();
        deleted.delete();
        changed.patch("{\"spec\": {\"type\": \"ClusterIP\"}}");
        assertTrue(deleted.exists(), "it was deleted although its address is not given back");
        manager = TestCluster.manager();
        deleted.awaitGone();
        TestCluster.await("the release", () -> changed.finalizers().isEmpty());
        TestCluster.await("the end of the records", () -> !deleted.recorded() && !changed.recorded());
    }

    @Test
    void aStatusThatSomebodyElseOverwroteIsRepaired() {
        TestService service = TestService.create();
        String address = service.awaitAddress();
        service.patchStatus("{\"loadBalancer\": {\"ingress\": [{\"ip\": \"192.0.2.9\"}]}}");
        TestCluster.await("the repair", () -> service.address().equals(address));
        service.patchStatus("{\"loadBalancer\": {}}");
        TestCluster.await("the repair", () -> service.address().equals(address));
        service.patch("{\"metadata\": {\"finalizers\": null}}");
        TestCluster.await("the finalizer", () -> service.finalizers().equals(TestService.FINALIZER));
    }

    /// Kubernetes' own controller strips such a Service of its finalizer when it is deleted.
    @Test
    void aServiceOfAnotherClassIsNotTouchedNorCleanedUp() {
        TestService service =
                TestService.create("finalizers: [" + TestService.FINALIZER + "]", "loadBalancerClass: example.com/lb");
        service.patchStatus("{\"loadBalancer\": {\"ingress\": [{\"ip\": \"192.0.2.9\"}]}}");
        service.delete();
        String version = service.get(".metadata.resourceVersion");
        awaitARound();
        assertEquals(TestService.FINALIZER, service.finalizers());
        assertEquals("192.0.2.9", service.address());
        assertEquals(version, service.get(".metadata.resourceVersion"));
        assertEquals(List.of(), TestCluster.events(service.name()));
        service.patch("{\"metadata\": {\"finalizers\": null}}");
    }

    @Test
    void aServiceCreatedAnewUnderTheSameNameOwnsNothingOfTheOldOne() {
        TestService service = TestService.create();
        service.awaitAddress();
        String before = service.get(".metadata.uid");
        manager.close();
        service.replace();
        assertEquals("", service.address());
        manager = TestCluster.manager();
        service.awaitAddress();
        TestCluster.await(
                "the end of the old record",
                () -> !TestCluster.kubectl("get", "porteraddresses", "--output=yaml")
                        .contains(before));
    }

    @Test
    void aServiceOfOurClassHasAFinalizerOfItsOwn() {
        TestService service = TestService.create("", "loadBalancerClass: porterlb.io/porter");
        service.awaitAddress();
        assertEquals("porterlb.io/load-balancer-cleanup", service.finalizers());
        service.delete();
        service.awaitGone();
    }

    @Test
    void whatOpenElbLeftOnAServiceIsCleanedUp() {
        TestService service = TestService.create(
                "finalizers: [finalizer.lb.kubesphere.io/v1alpha1],"
                        + " labels: {eip.openelb.kubesphere.io/v1alpha2: pool}",
                "");
        service.awaitAddress();
        service.delete();
        service.awaitGone();
    }

    @Test
    void aRefusalIsOneEventAndAConditionWithItsOwnReason() {
        TestService service = TestService.create("annotations: {eip.openelb.kubesphere.io/v1alpha2: none}", "");
        String condition = ".status.conditions[?(@.type==\"porterlb.io/AddressAssigned\")].";
        TestCluster.await(
                "the condition", () -> service.get(condition + "reason").equals("EipNotFound"));
        String event = "service-controller Warning SyncLoadBalancerFailed: Error syncing load balancer:"
                + " failed to ensure load balancer: " + service.get(condition + "message");
        TestCluster.await("the event", () -> !TestCluster.events(service.name()).isEmpty());
        awaitARound();
        assertEquals(List.of(event), withoutSlowness(TestCluster.events(service.name())));
    }

    /// Kubernetes' controllers say that they are at it where that takes a second.
    private static List<String> withoutSlowness(List<String> events) {
        return events.stream()
                .filter(event -> !event.contains(" EnsuringLoadBalancer:"))
                .toList();
    }

    @Test
    void aServiceThatWasRefusedAndWantsNothingAnyMoreLosesTheCondition() {
        TestService service = TestService.create("annotations: {eip.openelb.kubesphere.io/v1alpha2: none}", "");
        TestCluster.await(
                "the condition", () -> service.get(".status.conditions").contains("EipNotFound"));
        service.patch("{\"spec\": {\"type\": \"ClusterIP\"}}");
        TestCluster.await("its end", () -> !service.get(".status").contains("EipNotFound"));
    }

    /// Kubernetes' own controller takes the finalizer off where there is no load balancer.
    @Test
    void aServiceThatWasNeverServedIsDeletedAlthoughItHasTheWellKnownFinalizer() {
        TestService service = TestService.create(
                "finalizers: [" + TestService.FINALIZER + "], annotations: {eip.openelb.kubesphere.io/v1alpha2: none}",
                "");
        service.delete();
        service.awaitGone();
    }

    @Test
    void aServiceMovesToTheEipThatItAsksForAndGivesTheOldAddressBack() {
        TestService service = TestService.create();
        String before = service.awaitAddress();
        service.patch("{\"metadata\": {\"annotations\": {\"eip.openelb.kubesphere.io/v1alpha2\": \"gold\"}}}");
        TestCluster.await("the move", () -> service.address().startsWith("203.0.113."));
        TestCluster.await(
                "the end of the old record",
                () -> !TestCluster.kubectl("get", "porteraddresses", "--output=name")
                        .contains(before.replace('.', '-')));
        assertEquals("gold", service.get(EIP_LABEL));
    }

    @Test
    void aServiceThatKeepsAnotherAddressThanItAsksForSaysSoUntilItHasIt() {
        TestService service = TestService.create();
        String address = service.awaitAddress();
        TestService holder = TestService.create("annotations: {eip.openelb.kubesphere.io/v1alpha2: gold}", "");
        String wanted = holder.awaitAddress();
        service.patch("{\"spec\": {\"loadBalancerIP\": \"" + wanted + "\"}}");
        String condition = ".status.conditions[?(@.type==\"porterlb.io/RequestSatisfied\")].";
        TestCluster.await(
                "the condition", () -> service.get(condition + "reason").equals("AddressTaken"));
        assertEquals(address, service.address());
        String event = "porter-manager Warning AddressTaken: " + service.get(condition + "message");
        TestCluster.await("the event", () -> TestCluster.events(service.name()).contains(event));
        holder.delete();
        TestCluster.await("the move", () -> service.address().equals(wanted));
        assertEquals("", service.get(condition + "reason"));
    }

    @Test
    void otherNodesAreHandedToEveryLoadBalancer() {
        TestService service = TestService.create();
        service.awaitAddress();
        awaitARound();
        TestCluster.apply("{apiVersion: v1, kind: Node, metadata: {name: another}}");
        String updated = "service-controller Normal UpdatedLoadBalancer: Updated load balancer with new hosts";
        TestCluster.await("the event", () -> TestCluster.events(service.name()).contains(updated));
        TestCluster.kubectl("delete", "node", "another");
        assertFalse(TestCluster.events(service.name()).stream().anyMatch(line -> line.contains("UnAvailable")));
    }
}
