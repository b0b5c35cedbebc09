package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.desired.Cluster;
import io.porterlb.desired.Service;
import io.porterlb.desired.allocation.Assignment.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What only the status of a Service reports is taken back, unless somebody else has a better claim.
class ReadoptionTest {
    private final Cluster cluster = new Cluster();

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
    void whatARefusedServiceStillReportsIsGivenToNobody() {
        cluster.eip("a", "192.0.2.0/31").namespaces("team");
        cluster.service("default/stranger").reports("192.0.2.0");
        cluster.service("team/web");
        Outcome.of(cluster).refused("default/stranger", "NamespaceNotAllowed").assigned("team/web", "192.0.2.1");
    }
}
