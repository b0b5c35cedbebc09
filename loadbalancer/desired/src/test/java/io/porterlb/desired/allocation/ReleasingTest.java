package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Service;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.AddressRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is no longer ours is released, and what never was is left alone.
class ReleasingTest {
    private final Cluster cluster = new Cluster();

    @Test
    void whatIsNoLongerOursIsReleased() {
        cluster.eip("a", "192.0.2.0/24");
        Service deleted = cluster.service("default/deleted");
        deleted.deleting = true;
        Service changed = cluster.service("default/changed");
        changed.loadBalancer = false;
        Service classed = cluster.service("default/classed");
        classed.loadBalancerClass = Optional.of("example.com/other");
        cluster.record("192.0.2.1", "a", deleted);
        cluster.record("192.0.2.2", "a", changed);
        cluster.record("192.0.2.3", "a", classed);
        Outcome outcome = Outcome.of(cluster);
        assertEquals(List.of("192.0.2.1"), released(outcome, "default/deleted"));
        assertEquals(List.of("192.0.2.2"), released(outcome, "default/changed"));
        assertEquals(List.of("192.0.2.3"), released(outcome, "default/classed"));
        assertEquals(List.of(), outcome.assignments().orphans());
    }

    private static List<String> released(Outcome outcome, String service) {
        return assertInstanceOf(Assignment.Released.class, outcome.of(service)).records().stream()
                .map(record -> record.address().toString())
                .toList();
    }

    @Test
    void whatCarriesAMarkOfOursIsReleasedWithoutRecordWhateverItsType() {
        Service labelled = cluster.service("default/labelled");
        labelled.deleting = true;
        labelled.labels.put(Marks.EIP_LABEL, "a");
        labelled.finalizers = List.of(Marks.CLOUD_PROVIDER_FINALIZER);
        Service changed = cluster.service("default/changed");
        changed.loadBalancer = false;
        changed.finalizers = List.of(Marks.OWN_FINALIZER);
        Service openelb = cluster.service("default/openelb");
        openelb.loadBalancerClass = Optional.of("example.com/other");
        openelb.finalizers = List.of(Marks.OPENELB_FINALIZER);
        Outcome outcome = Outcome.of(cluster);
        for (String name : List.of("default/labelled", "default/changed", "default/openelb")) {
            assertEquals(List.of(), released(outcome, name));
        }
    }

    @Test
    void aServiceThatWasRefusedAndWantsNothingAnyMoreLosesWhatItWasTold() {
        Service changed = cluster.service("default/changed");
        changed.loadBalancer = false;
        changed.conditions = Map.of(Condition.ADDRESS_ASSIGNED, "No Eip");
        assertEquals(
                new Assignment.Released(
                        List.of(),
                        new Release(Set.of(), Set.of(), false, Set.of(Condition.ADDRESS_ASSIGNED)),
                        List.of()),
                Outcome.of(cluster).of("default/changed"));
    }

    @Test
    void aDeletedServiceThatNobodyServesIsFreedOfTheWellKnownFinalizer() {
        cluster.eip("a", "192.0.2.0/24");
        stranded("default/pending");
        stranded("default/reporting").reports("192.0.2.7");
        stranded("default/changed").loadBalancer = false;
        Outcome outcome = Outcome.of(cluster);
        Release release = new Release(Set.of(), Set.of(Marks.CLOUD_PROVIDER_FINALIZER), false, Set.of());
        for (String name : List.of("default/pending", "default/reporting", "default/changed")) {
            assertEquals(new Assignment.Released(List.of(), release, List.of()), outcome.of(name));
        }
    }

    @Test
    void aDeletedServiceThatIsForAnotherLoadBalancerKeepsTheWellKnownFinalizer() {
        stranded("default/classed").loadBalancerClass = Optional.of("example.com/other");
        stranded("default/own").loadBalancerClass = Optional.of(AllocatorSettings.OWN_CLASS);
        stranded("default/served").reports("lb.example.com");
        Assignment leftAlone = new Assignment.LeftAlone(Optional.empty());
        Outcome outcome = Outcome.of(cluster);
        for (String name : List.of("default/classed", "default/own", "default/served")) {
            assertEquals(leftAlone, outcome.of(name));
        }
        stranded("default/pending");
        Outcome narrowed = Outcome.of(cluster, new AllocatorSettings(Optional.empty(), true));
        assertEquals(leftAlone, narrowed.of("default/pending"));
    }

    private Service stranded(String name) {
        Service service = cluster.service(name);
        service.deleting = true;
        service.finalizers = List.of(Marks.CLOUD_PROVIDER_FINALIZER);
        return service;
    }

    @Test
    void aServiceOfAnotherLoadBalancerIsNotReleasedByUs() {
        Service deleted = cluster.service("default/deleted").reports("203.0.113.1");
        deleted.deleting = true;
        deleted.finalizers = List.of(Marks.CLOUD_PROVIDER_FINALIZER);
        Service changed = cluster.service("default/changed");
        changed.loadBalancer = false;
        changed.finalizers = List.of(Marks.CLOUD_PROVIDER_FINALIZER);
        Outcome outcome = Outcome.of(cluster);
        assertEquals(new Assignment.LeftAlone(Optional.empty()), outcome.of("default/deleted"));
        assertEquals(
                Set.of(Cluster.key("default/deleted")),
                outcome.assignments().services().keySet());
    }

    @Test
    void anAddressIsNotGivenOutWhileItsReleaseIsPending() {
        cluster.eip("a", "192.0.2.0/31");
        Service deleted = cluster.service("default/deleted");
        deleted.deleting = true;
        cluster.record("192.0.2.0", "a", deleted);
        cluster.service("default/late").reports("192.0.2.1").deleting = true; // no record, but still in its status
        cluster.service("default/next");
        Outcome.of(cluster).refused("default/next", "AddressPoolExhausted", "Eip a");
    }

    @Test
    void recordsOfServicesThatAreGoneAreOrphans() {
        cluster.eip("a", "192.0.2.0/24");
        Service gone = cluster.service("default/web");
        cluster.record("192.0.2.0", "a", gone);
        cluster.services.clear();
        cluster.service("default/web"); // anew, with another UID
        Outcome outcome = Outcome.of(cluster).assigned("default/web", "192.0.2.1");
        AddressRecord record = cluster.records.values().iterator().next();
        assertEquals(
                List.of(new Orphaned(record, Set.of(gone.uid()))),
                outcome.assignments().orphans());
    }

    @Test
    void ofASharedRecordOnlyTheOwnersThatAreGoneAreTakenOff() {
        cluster.eip("a", "192.0.2.0/24");
        Service gone = cluster.service("default/gone");
        cluster.record("192.0.2.0", "a", gone, cluster.service("default/web"));
        cluster.services.remove(gone.key());
        Outcome outcome = Outcome.of(cluster).holds("default/web", "192.0.2.0", Cause.KEPT);
        AddressRecord record = cluster.records.values().iterator().next();
        assertEquals(
                List.of(new Orphaned(record, Set.of(gone.uid()))),
                outcome.assignments().orphans());
    }

    @Test
    void recordsOfTheOtherFamilyAreReleasedFirst() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.record("192.0.2.7", "a", cluster.service("default/web").families(IpFamily.V6));
        assertEquals(List.of("192.0.2.7"), released(Outcome.of(cluster), "default/web"));
    }

    @Test
    void theClassAndTheAnnotationNarrowWhatIsServed() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.service("default/plain");
        cluster.service("default/own").loadBalancerClass = Optional.of(AllocatorSettings.OWN_CLASS);
        cluster.service("default/mine").loadBalancerClass = Optional.of("example.com/mine");
        cluster.service("default/marked").annotate(Annotations.OPENELB, Annotations.OPENELB_VALUE);
        cluster.service("default/cluster-ip").loadBalancer = false;
        assertEquals(Set.of("plain", "own", "marked"), servedWith(AllocatorSettings.DEFAULT));
        assertEquals(Set.of("mine"), servedWith(new AllocatorSettings(Optional.of("example.com/mine"), false)));
        assertEquals(Set.of("marked"), servedWith(new AllocatorSettings(Optional.empty(), true)));
    }

    private Set<String> servedWith(AllocatorSettings settings) {
        Map<?, Assignment> services =
                Outcome.of(cluster, settings).assignments().services();
        assertFalse(services.containsKey(Cluster.key("default/cluster-ip")));
        return cluster.services.keySet().stream()
                .filter(key -> services.get(key) instanceof Assignment.Held)
                .map(key -> key.name())
                .collect(Collectors.toSet());
    }
}
