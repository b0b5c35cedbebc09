package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.desired.Cluster;
import io.porterlb.desired.Service;
import io.porterlb.desired.allocation.Assignment.Cause;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A Service moves where it asks for something else and can have it, and only then.
class MovingTest {
    private final Cluster cluster = new Cluster();

    @Test
    void anInterruptedMoveGoesOn() {
        cluster.eip("a", "192.0.2.0/24");
        Service web = cluster.service("default/web").reports("192.0.2.7").ip("192.0.2.8");
        cluster.record("192.0.2.7", "a", web).record("192.0.2.8", "a", web);
        Outcome.of(cluster).holds("default/web", "192.0.2.8", Cause.KEPT);
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
}
