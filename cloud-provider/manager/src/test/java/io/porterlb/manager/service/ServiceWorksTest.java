package io.porterlb.manager.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.allocation.Marks;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import io.porterlb.kube.ServicePatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceWorksTest {
    private static final IpAddress ADDRESS = IpAddress.of("198.51.100.7");
    private static final ServiceKey KEY = new ServiceKey("default", "web");
    private static final String EIP_LABEL = "eip.openelb.kubesphere.io/v1alpha2";

    private static ServiceView service(
            Optional<String> loadBalancerClass,
            List<String> finalizers,
            Map<String, String> labels,
            String... ingress) {
        return new ServiceView(
                KEY,
                "uid-1",
                Instant.EPOCH,
                false,
                true,
                loadBalancerClass,
                List.of(IpFamily.V4),
                IpFamilyPolicy.SINGLE_STACK,
                Optional.empty(),
                List.of(),
                Set.of(),
                TrafficPolicy.CLUSTER,
                false,
                Map.of(),
                labels,
                finalizers,
                List.of(ingress));
    }

    private static AddressRecord record(String uid) {
        return new AddressRecord(ADDRESS, "pool", List.of(new AddressRecord.Owner(KEY, uid)), Instant.EPOCH);
    }

    private static Assignment.Held held(Cause cause) {
        return new Assignment.Held(List.of(ADDRESS), "pool", cause, List.of(), List.of());
    }

    private static ServicePatch patch(ServiceWork work) {
        return work.patch().orElseThrow();
    }

    @Test
    void newAddressIsRecordedAndThenShownWithFinalizerAndLabelInOnePatch() {
        ServiceView service = service(Optional.empty(), List.of(), Map.of());
        ServiceWork work = ServiceWorks.held(ClusterView.EMPTY, service, held(Cause.ASSIGNED));
        assertEquals(List.of(record("uid-1")), work.create());
        assertEquals(List.of(ADDRESS), patch(work).ingress());
        assertEquals(Set.of(Marks.CLOUD_PROVIDER_FINALIZER), patch(work).addFinalizers());
        assertEquals(Optional.of("pool"), patch(work).eip());
        assertEquals(List.of(), work.delete());
    }

    @Test
    void serviceThatShowsWhatItHoldsIsNotWritten() {
        ServiceView service = service(
                Optional.empty(), List.of(Marks.CLOUD_PROVIDER_FINALIZER), Map.of(EIP_LABEL, "pool"), "198.51.100.7");
        ClusterView view = ClusterView.EMPTY.withRecords(Map.of(ADDRESS, record("uid-1")));
        assertTrue(ServiceWorks.held(view, service, held(Cause.KEPT)).isEmpty());
    }

    @Test
    void overwrittenStatusIsRepaired() {
        ServiceView service = service(
                Optional.empty(), List.of(Marks.CLOUD_PROVIDER_FINALIZER), Map.of(EIP_LABEL, "pool"), "203.0.113.9");
        ClusterView view = ClusterView.EMPTY.withRecords(Map.of(ADDRESS, record("uid-1")));
        ServiceWork work = ServiceWorks.held(view, service, held(Cause.KEPT));
        assertEquals(List.of(), work.create());
        assertEquals(List.of(ADDRESS), patch(work).ingress());
    }

    @Test
    void recordOfAnEarlierServiceOfTheSameNameDoesNotCount() {
        ServiceView service = service(Optional.empty(), List.of(), Map.of());
        ClusterView view = ClusterView.EMPTY.withRecords(Map.of(ADDRESS, record("uid-0")));
        assertEquals(
                List.of(record("uid-1")),
                ServiceWorks.held(view, service, held(Cause.ASSIGNED)).create());
    }

    @Test
    void serviceWithAClassGetsAFinalizerThatNoOtherCloudProviderRemoves() {
        ServiceView service = service(Optional.of("porterlb.io/porter"), List.of(), Map.of());
        ServiceWork work = ServiceWorks.held(ClusterView.EMPTY, service, held(Cause.ASSIGNED));
        assertEquals(Set.of(Marks.OWN_FINALIZER), patch(work).addFinalizers());
    }

    @Test
    void refusedServiceShowsNoAddressAndSaysWhy() {
        ServiceView service = service(Optional.empty(), List.of(), Map.of(), "198.51.100.7");
        ServiceProblem problem = new ServiceProblem.EipNotFound("annotation", "gold");
        ServiceWork work = ServiceWorks.refused(service, problem);
        assertEquals(List.of(), patch(work).ingress());
        Condition condition = patch(work).conditions().getFirst();
        assertEquals("EipNotFound", condition.reason());
        assertEquals(problem.message(), condition.message());
        assertEquals(false, condition.status());
    }

    @Test
    void refusedServiceLosesOurFinalizersOnlyIfItCarriesOurMark() {
        ServiceProblem problem = new ServiceProblem.EipNotFound("annotation", "gold");
        ServiceView marked = service(
                Optional.empty(), List.of(Marks.CLOUD_PROVIDER_FINALIZER), Map.of(EIP_LABEL, "pool"), "198.51.100.7");
        assertEquals(
                Marks.FINALIZERS, patch(ServiceWorks.refused(marked, problem)).removeFinalizers());
        ServiceView others = service(Optional.empty(), List.of(Marks.CLOUD_PROVIDER_FINALIZER), Map.of());
        assertEquals(Set.of(), patch(ServiceWorks.refused(others, problem)).removeFinalizers());
    }

    @Test
    void releasedServiceLetsGoBeforeItsRecordIsDeleted() {
        ServiceView service = service(
                Optional.empty(),
                List.of(Marks.CLOUD_PROVIDER_FINALIZER, "example.com/other"),
                Map.of(EIP_LABEL, "pool"),
                "198.51.100.7");
        ServiceWork work = ServiceWorks.released(service, List.of(record("uid-1")));
        assertEquals(List.of(), patch(work).ingress());
        assertEquals(Marks.FINALIZERS, patch(work).removeFinalizers());
        assertEquals(Optional.empty(), patch(work).eip());
        assertEquals(List.of(record("uid-1")), work.delete());
    }

    @Test
    void serviceThatLetGoAlreadyIsNotWrittenAgain() {
        ServiceView service = service(Optional.empty(), List.of("example.com/other"), Map.of());
        ServiceWork work = ServiceWorks.released(service, List.of(record("uid-1")));
        assertEquals(Optional.empty(), work.patch());
        assertEquals(List.of(record("uid-1")), work.delete());
    }

    @Test
    void runsInANamedModule() {
        assertTrue(ServiceWorks.class.getModule().isNamed());
    }
}
