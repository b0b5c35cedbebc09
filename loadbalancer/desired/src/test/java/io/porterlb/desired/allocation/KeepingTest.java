package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.view.AddressRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What a record gives to a Service stays with it.
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
        keptWith(eip -> eip.protocol = "carp", "EipUnusable", "spec.protocol is carp");
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
    void anAddressBelongsToTheEipThatHasItNow() {
        cluster.eip("part", "192.0.2.0/25");
        cluster.record("192.0.2.9", "whole", cluster.service("default/web"));
        Outcome outcome = Outcome.of(cluster).holds("default/web", "192.0.2.9", Cause.KEPT);
        assertEquals("part", outcome.held("default/web").eip());
        assertEquals(List.of(), outcome.held("default/web").notices());
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
    void aNodeThatComesWithAHeldAddressTakesItFromNobody() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.record("192.0.2.7", "a", cluster.service("default/web"));
        cluster.node("n1", "192.0.2.7");
        Outcome.of(cluster).holds("default/web", "192.0.2.7", Cause.KEPT);
    }
}
