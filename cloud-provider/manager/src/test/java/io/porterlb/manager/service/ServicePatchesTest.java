package io.porterlb.manager.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Marks;
import io.porterlb.desired.allocation.Notice;
import io.porterlb.desired.allocation.Release;
import io.porterlb.desired.problem.ServiceProblem;
import io.porterlb.desired.status.Condition;
import io.porterlb.kube.IngressChange;
import io.porterlb.kube.ServicePatch;
import io.porterlb.manager.AService;
import io.porterlb.manager.cloud.Ensured;
import io.porterlb.manager.cloud.LoadBalancerStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServicePatchesTest {
    private static final LoadBalancerStatus STATUS = new LoadBalancerStatus(List.of(IpAddress.of("198.51.100.7")));
    private static final Ensured.Ready READY = ready(Optional.empty());
    private static final ServiceProblem PROBLEM = new ServiceProblem.EipNotFound("annotation", "gold");
    private static final AService SERVED = AService.NEW
            .withFinalizers(Marks.CLOUD_PROVIDER_FINALIZER)
            .withLabel(Marks.EIP_LABEL, "pool")
            .showing("198.51.100.7");

    private static Ensured.Ready ready(Optional<Notice> unmet) {
        return new Ensured.Ready(STATUS, "pool", Set.of("n1"), unmet);
    }

    private static boolean shows(AService service) {
        return ServicePatches.shows(service.view(), STATUS, "pool", Optional.empty());
    }

    @Test
    void aServiceThatShowsWhatItHoldsNeedsNoPatch() {
        assertTrue(shows(SERVED));
    }

    @Test
    void anotherAddressALostFinalizerOrALostLabelNeedOne() {
        assertFalse(shows(SERVED.showing("203.0.113.9")));
        assertFalse(shows(SERVED.showing("198.51.100.7", "203.0.113.9")));
        assertFalse(shows(SERVED.withFinalizers("example.com/other")));
        assertFalse(shows(SERVED.withLabel(Marks.EIP_LABEL, "other")));
    }

    @Test
    void addressFinalizerAndLabelAreShownInOnePatch() {
        ServicePatch patch = ServicePatches.show(AService.NEW.view(), READY);
        assertEquals(new IngressChange.Show(STATUS.ingress()), patch.ingress());
        assertEquals(Set.of(Marks.CLOUD_PROVIDER_FINALIZER), patch.addFinalizers());
        assertEquals(Optional.of("pool"), patch.eip());
        assertEquals(List.of(), patch.conditions());
        assertEquals(Set.of(Condition.ADDRESS_ASSIGNED, Condition.REQUEST_SATISFIED), patch.dropConditions());
    }

    @Test
    void aServiceThatHasNotWhatItAsksForSaysWhyAsLongAsThatIsSo() {
        Optional<Notice> unmet = Optional.of(new Notice("EipNotFound", "The Service keeps 198.51.100.7", true));
        assertFalse(ServicePatches.shows(SERVED.view(), STATUS, "pool", unmet));
        Condition condition =
                ServicePatches.show(SERVED.view(), ready(unmet)).conditions().getFirst();
        assertEquals(
                new Condition("porterlb.io/RequestSatisfied", false, "EipNotFound", "The Service keeps 198.51.100.7"),
                condition);
        AService told = SERVED.withCondition(condition.type(), condition.message());
        assertTrue(ServicePatches.shows(told.view(), STATUS, "pool", unmet));
        assertFalse(shows(told));
    }

    @Test
    void aServiceWithAClassGetsAFinalizerThatNoOtherCloudProviderRemoves() {
        AService classed = AService.NEW.withClass("porterlb.io/porter");
        assertEquals(
                Set.of(Marks.OWN_FINALIZER),
                ServicePatches.show(classed.view(), READY).addFinalizers());
    }

    @Test
    void aRefusedServiceShowsNoAddressAndSaysWhy() {
        ServicePatch patch = ServicePatches.refuse(SERVED.view(), PROBLEM);
        assertEquals(new IngressChange.Show(List.of()), patch.ingress());
        Condition condition = patch.conditions().getFirst();
        assertEquals("EipNotFound", condition.reason());
        assertEquals(PROBLEM.message(), condition.message());
        assertFalse(condition.status());
    }

    @Test
    void aServiceThatSaysWhyItHasNoAddressAndCarriesNothingOfOursNeedsNoRefusal() {
        AService told = AService.NEW.withCondition(Condition.ADDRESS_ASSIGNED, PROBLEM.message());
        assertTrue(ServicePatches.refuses(told.view(), PROBLEM));
        assertFalse(ServicePatches.refuses(told.view(), new ServiceProblem.EipNotFound("annotation", "silver")));
        assertFalse(ServicePatches.refuses(AService.NEW.view(), PROBLEM));
        assertFalse(ServicePatches.refuses(told.showing("198.51.100.7").view(), PROBLEM));
        assertFalse(
                ServicePatches.refuses(told.withLabel(Marks.EIP_LABEL, "pool").view(), PROBLEM));
        Map<String, String> both =
                Map.of(Condition.ADDRESS_ASSIGNED, PROBLEM.message(), Condition.REQUEST_SATISFIED, "x");
        assertFalse(ServicePatches.refuses(AService.NEW.withConditions(both).view(), PROBLEM));
    }

    @Test
    void aRefusedServiceLosesOurFinalizersOnlyIfItCarriesOurMark() {
        assertEquals(
                Marks.FINALIZERS, ServicePatches.refuse(SERVED.view(), PROBLEM).removeFinalizers());
        AService others = AService.NEW.withFinalizers(Marks.CLOUD_PROVIDER_FINALIZER);
        assertEquals(Set.of(), ServicePatches.refuse(others.view(), PROBLEM).removeFinalizers());
    }

    @Test
    void aReleasedServiceLosesWhatIsOursAndNothingElse() {
        Release release = new Release(Set.of("198.51.100.7"), Set.of(Marks.OPENELB_FINALIZER), true, Set.of());
        ServicePatch patch = ServicePatch.release(SERVED.view(), release);
        assertEquals(new IngressChange.Remove(Set.of("198.51.100.7")), patch.ingress());
        assertEquals(Set.of(Marks.OPENELB_FINALIZER), patch.removeFinalizers());
        assertEquals(Optional.empty(), patch.eip());
    }

    @Test
    void aReleaseOfConditionsAloneLeavesTheRest() {
        Release release = new Release(Set.of(), Set.of(), false, Set.of(Condition.ADDRESS_ASSIGNED));
        ServicePatch patch = ServicePatch.release(SERVED.view(), release);
        assertEquals(new IngressChange.Remove(Set.of()), patch.ingress());
        assertEquals(Set.of(), patch.removeFinalizers());
        assertEquals(Optional.of("pool"), patch.eip());
        assertEquals(Set.of(Condition.ADDRESS_ASSIGNED), patch.dropConditions());
    }

    @Test
    void runsInANamedModule() {
        assertTrue(ServicePatches.class.getModule().isNamed());
    }
}
