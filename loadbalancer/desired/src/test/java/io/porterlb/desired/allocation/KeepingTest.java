package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.AddressRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is held stays held, what is reported is taken back, what is no longer ours is released.
class KeepingTest {
    private final Cluster cluster = new Cluster();

    @Test
    void theModuleIsNamed() {
        assertTrue(Allocator.class.getModule().isNamed());
    }

    @Test
    void aRecordKeepsTheAddressWhateverTheStatusSays() {
        cluster.eip("a", "192.0.2.0/24");
        Service web = cluster.service("default/web").reports("198.51.100.1");
        cluster.record("192.0.2.9", "a", web);
        Outcome outcome = Outcome.of(cluster).holds("default/web", "192.0.2.9", Cause.KEPT);
        assertEquals("a", outcome.held("default/web").eip());
        assertEquals(List.of(), outcome.held("default/web").notices());
    }

    @Test
    void anEditedEipMovesNoAddressAndSaysSo() {
        keptWith(eip -> eip.address = "203.0.113.0/24", "AddressOutsideEip", "no longer contains");
        keptWith(eip -> eip.address = "nonsense", "EipUnusable", "'nonsense' is not an IP address");
        keptWith(eip -> eip.disable = true, "EipDisabled", "is disabled");
        keptWith(eip -> eip.deleting = true, "EipDeleting", "is being deleted");
        keptWith(eip -> eip.protocol = "layer2", "EipUnusable", "spec.protocol is layer2");
        keptWith(eip -> eip.address = "2001:db8::/64", "AddressOutsideEip", "no longer contains");
        keptWith(eip -> eip.namespaces("other"), "NamespaceNotAllowed", "other namespaces");
    }

    private static void keptWith(Consumer<Eip> edit, String reason, String part) {
        Cluster cluster = new Cluster();
        Eip eip = cluster.eip("a", "192.0.2.0/24");
        Service web = cluster.service("default/web").annotate(Annotations.EIP, "a");
        cluster.record("192.0.2.9", "a", web);
        edit.accept(eip);
        Outcome.of(cluster)
                .holds("default/web", "192.0.2.9", Cause.KEPT)
                .noticed("default/web", reason, "192.0.2.9", part);
    }

    @Test
    void aDeletedEipMovesNoAddress() {
        cluster.eip("b", "198.51.100.0/24");
        cluster.record("192.0.2.9", "a", cluster.service("default/web"));
        Outcome.of(cluster)
                .holds("default/web", "192.0.2.9", Cause.KEPT)
                .noticed("default/web", "EipNotFound", "Eip a is deleted");
    }

    @Test
    void anOverlappedEipKeepsWhatItGaveOut() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.eip("b", "192.0.2.128/25");
        cluster.record("192.0.2.200", "b", cluster.service("default/web"));
        Outcome.of(cluster)
                .holds("default/web", "192.0.2.200", Cause.KEPT)
                .noticed("default/web", "EipUnusable", "overlaps");
    }

    @Test
    void aReportedAddressOfAnEipIsTakenBack() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.service("default/older");
        cluster.service("default/web").reports("192.0.2.0");
        Outcome outcome = Outcome.of(cluster)
                .holds("default/web", "192.0.2.0", Cause.READOPTED)
                .assigned("default/older", "192.0.2.1");
        assertEquals("a", outcome.held("default/web").eip());
    }

    @Test
    void aDisabledEipTakesBackItsAddresses() {
        cluster.eip("a", "192.0.2.0/24").disable = true;
        cluster.service("default/web").reports("192.0.2.7");
        Outcome.of(cluster).holds("default/web", "192.0.2.7", Cause.READOPTED);
    }

    @Test
    void theOlderServiceKeepsTheAddressOnADuplicate() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.service("z/older").reports("192.0.2.7");
        cluster.service("a/younger").reports("192.0.2.7");
        Outcome.of(cluster)
                .holds("z/older", "192.0.2.7", Cause.READOPTED)
                .refused("a/younger", "DuplicateAddress", "192.0.2.7", "Service z/older");
    }

    /// A restored backup, in which Services have other UIDs than their records name.
    @Test
    void whoReportsOrAsksForAnAddressWhoseOwnersAreGoneWaitsUntilItIsFree() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.record("192.0.2.7", "a", new Cluster().service("default/gone"));
        cluster.record("192.0.2.8", "a", new Cluster().service("default/gone"));
        cluster.service("default/restored").reports("192.0.2.7");
        cluster.service("default/replaced").ip("192.0.2.8");
        Outcome outcome = Outcome.of(cluster);
        for (String name : List.of("default/restored", "default/replaced")) {
            assertEquals(new Assignment.LeftAlone(Optional.empty()), outcome.of(name));
        }
        assertEquals(2, outcome.assignments().orphans().size());
        cluster.records.clear();
        Outcome.of(cluster)
                .holds("default/restored", "192.0.2.7", Cause.READOPTED)
                .holds("default/replaced", "192.0.2.8", Cause.ASSIGNED);
    }

    @Test
    void aReportOfAServiceThatIsNotOursIsNoOlderClaim() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.service("default/theirs").reports("192.0.2.7").loadBalancerClass = Optional.of("example.com/other");
        cluster.service("default/ours").reports("192.0.2.7");
        cluster.service("default/new").ip("192.0.2.7");
        Outcome.of(cluster)
                .holds("default/ours", "192.0.2.7", Cause.READOPTED)
                .refused("default/new", "AddressTaken", "Service default/ours");
    }

    @Test
    void anAddressBelongsToTheEipThatHasItNow() {
        cluster.eip("part", "192.0.2.0/25");
        cluster.record("192.0.2.9", "whole", cluster.service("default/web"));
        Outcome outcome = Outcome.of(cluster).holds("default/web", "192.0.2.9", Cause.KEPT);
        assertEquals("part", outcome.held("default/web").eip());
        assertEquals(List.of(), outcome.held("default/web").notices());
    }

    @Test
    void aRecordWinsOverAnOlderReport() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.service("default/older").reports("192.0.2.7");
        cluster.record("192.0.2.7", "a", cluster.service("default/younger"));
        Outcome.of(cluster)
                .holds("default/younger", "192.0.2.7", Cause.KEPT)
                .refused("default/older", "DuplicateAddress", "Service default/younger");
    }

    @Test
    void takingBackPassesTheChecksOfARequest() {
        cluster.eip("a", "192.0.2.0/25").namespaces("team");
        cluster.eip("b", "192.0.2.128/25");
        cluster.node("n1", "192.0.2.200");
        cluster.service("default/bound").reports("192.0.2.1");
        cluster.service("default/node").reports("192.0.2.200");
        cluster.service("default/external").reports("192.0.2.201");
        cluster.service("default/other").externalIps = List.of("192.0.2.201");
        Outcome.of(cluster)
                .refused("default/bound", "NamespaceNotAllowed", "status.loadBalancer.ingress", "Eip a")
                .refused("default/node", "AddressIsNodeAddress", "node n1")
                .refused("default/external", "AddressIsExternalIp", "Service default/other");
    }

    @Test
    void aReportedAddressOfNoEipOfOursIsSomebodyElses() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.eip("cni", "198.51.100.0/24").foreign = true;
        cluster.service("default/other").reports("203.0.113.1");
        cluster.service("default/cni").reports("198.51.100.1").ip("192.0.2.1");
        Outcome outcome = Outcome.of(cluster);
        for (String name : List.of("default/other", "default/cni")) {
            Assignment.LeftAlone left = assertInstanceOf(Assignment.LeftAlone.class, outcome.of(name));
            outcome.problem(left.problem().orElseThrow(), "ForeignAddress", "left alone");
        }
    }

    /// Otherwise two Services would show it.
    @Test
    void anAddressThatAnotherServiceHoldsIsOursThoughItsEipIsGone() {
        cluster.eip("b", "198.51.100.1");
        Service holder = cluster.service("default/holder").reports("192.0.2.1");
        cluster.record("192.0.2.1", "a", holder);
        cluster.service("default/thief").reports("192.0.2.1");
        Outcome.of(cluster).assigned("default/thief", "198.51.100.1");
    }

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
    void aServiceWaitsForItsNamespaceToBeKnown() {
        cluster.eip("a", "192.0.2.0/31").selector(Map.of("team", "red"));
        cluster.service("red/web").reports("192.0.2.0");
        cluster.service("red/new");
        cluster.namespaces.clear();
        cluster.service("blue/new");
        cluster.namespace("blue", Map.of("team", "red"));
        Outcome outcome = Outcome.of(cluster).assigned("blue/new", "192.0.2.1");
        for (String name : List.of("red/web", "red/new")) {
            assertEquals(new Assignment.LeftAlone(Optional.empty()), outcome.of(name));
        }
        cluster.namespace("red", Map.of("team", "red"));
        Outcome.of(cluster).holds("red/web", "192.0.2.0", Cause.READOPTED);
    }

    @Test
    void aRecordKeepsTheAddressBeforeTheNamespaceIsKnown() {
        cluster.eip("a", "192.0.2.0/24").selector(Map.of("team", "red"));
        cluster.record("192.0.2.9", "a", cluster.service("red/web").ip("192.0.2.10"));
        cluster.namespaces.clear();
        Outcome outcome = Outcome.of(cluster).holds("red/web", "192.0.2.9", Cause.KEPT);
        assertEquals(List.of(), outcome.held("red/web").notices());
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
    void ofTwoRecordsTheOneInTheStatusStays() {
        cluster.eip("a", "192.0.2.0/24");
        Service web = cluster.service("default/web").reports("192.0.2.8");
        cluster.record("192.0.2.7", "a", web).record("192.0.2.8", "a", web);
        Outcome outcome = Outcome.of(cluster).holds("default/web", "192.0.2.8", Cause.KEPT);
        assertEquals(
                List.of(IpAddress.of("192.0.2.7")),
                outcome.held("default/web").surplus().stream()
                        .map(AddressRecord::address)
                        .toList());
    }

    @Test
    void anInterruptedMoveGoesOn() {
        cluster.eip("a", "192.0.2.0/24");
        Service web = cluster.service("default/web").reports("192.0.2.7").ip("192.0.2.8");
        cluster.record("192.0.2.7", "a", web).record("192.0.2.8", "a", web);
        Outcome.of(cluster).holds("default/web", "192.0.2.8", Cause.KEPT);
    }

    @Test
    void recordsOfTheOtherFamilyAreReleasedFirst() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.record("192.0.2.7", "a", cluster.service("default/web").families(IpFamily.V6));
        assertEquals(List.of("192.0.2.7"), released(Outcome.of(cluster), "default/web"));
    }

    @Test
    void aChangedRequestMovesTheAddressAndGivesUpTheOldOne() {
        cluster.eip("a", "192.0.2.0/24");
        Service web = cluster.service("default/web").reports("192.0.2.7").ip("192.0.2.8");
        cluster.record("192.0.2.7", "a", web);
        Outcome outcome = Outcome.of(cluster).assigned("default/web", "192.0.2.8");
        assertEquals(1, outcome.held("default/web").surplus().size());
    }

    @Test
    void whatOnlyItsOwnStatusReportsIsNotTakenFromAService() {
        cluster.eip("a", "192.0.2.0/24");
        Service web = cluster.service("default/web").reports("192.0.2.8").ip("192.0.2.8");
        cluster.record("192.0.2.7", "a", web);
        Outcome.of(cluster).assigned("default/web", "192.0.2.8");
    }

    @Test
    void whatARefusedServiceStillReportsIsGivenToNobody() {
        cluster.eip("a", "192.0.2.0/31").namespaces("team");
        cluster.service("default/stranger").reports("192.0.2.0");
        cluster.service("team/web");
        Outcome.of(cluster).refused("default/stranger", "NamespaceNotAllowed").assigned("team/web", "192.0.2.1");
    }

    @Test
    void aChangedRequestThatCannotBeServedMovesNothing() {
        cluster.eip("a", "192.0.2.0/24");
        Service web = cluster.service("default/web").ip("192.0.2.8");
        cluster.record("192.0.2.7", "a", web);
        cluster.record("192.0.2.8", "a", cluster.service("default/other"));
        Outcome.of(cluster)
                .holds("default/web", "192.0.2.7", Cause.KEPT)
                .noticed("default/web", "AddressTaken", "keeps 192.0.2.7", "Service default/other");
    }

    @Test
    void whoKeepsAnotherAddressThanItAsksForHasAnUnmetRequest() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.eip("full", "198.51.100.1");
        cluster.record("198.51.100.1", "full", cluster.service("default/other"));
        Service web = cluster.service("default/web").annotate(Annotations.EIP, "full");
        cluster.record("192.0.2.7", "a", web);
        assertEquals(Optional.of("AddressPoolExhausted"), unmet());
        web.annotate(Annotations.EIP, "gone");
        assertEquals(Optional.of("EipNotFound"), unmet());
        web.annotate(Annotations.ADDRESS, "192.0.2");
        assertEquals(Optional.of("InvalidAddress"), unmet());
        web.annotations.clear();
        assertEquals(Optional.empty(), unmet());
        Optional.ofNullable(cluster.eips.get("a")).orElseThrow().disable = true;
        assertEquals(Optional.empty(), unmet());
        Outcome.of(cluster).noticed("default/web", "EipDisabled");
    }

    private Optional<String> unmet() {
        return Outcome.of(cluster).held("default/web").unmet().map(Notice::reason);
    }

    /// By the annotation or by the Eip: nobody can tell which of the two has changed.
    @Test
    void anotherProtocolThanThatOfItsEipMovesNothingAndIsSaid() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.eip("l2", "198.51.100.0/24").protocol = "layer2";
        Service web = cluster.service("default/web").annotate(Annotations.PROTOCOL, "vip");
        cluster.record("192.0.2.7", "a", web);
        Outcome.of(cluster)
                .holds("default/web", "192.0.2.7", Cause.KEPT)
                .noticed("default/web", "ProtocolMismatch", "keeps 192.0.2.7", "protocol layer2", "Eip a is bgp");
        web.annotate(Annotations.PROTOCOL, "bgp");
        assertEquals(List.of(), Outcome.of(cluster).held("default/web").notices());
    }

    @Test
    void aNodeThatComesWithAHeldAddressTakesItFromNobody() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.record("192.0.2.7", "a", cluster.service("default/web"));
        cluster.node("n1", "192.0.2.7");
        Outcome.of(cluster).holds("default/web", "192.0.2.7", Cause.KEPT);
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
