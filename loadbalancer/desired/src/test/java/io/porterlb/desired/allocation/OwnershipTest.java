package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.desired.Cluster;
import io.porterlb.desired.Service;
import io.porterlb.desired.view.ClusterView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    private final Cluster cluster = new Cluster();
    private final Service web = cluster.service("default/web");

    @BeforeEach
    void pool() {
        cluster.eip("pool", "198.51.100.0/24");
    }

    private Release release() {
        ClusterView view = cluster.view();
        return Ownership.of(view.records(), view.eips()).release(web.view());
    }

    private void mark() {
        web.labels.put(Marks.EIP_LABEL, "pool");
        web.finalizers = List.of("example.com/other", Marks.CLOUD_PROVIDER_FINALIZER);
    }

    @Test
    void ofAServedServiceEverythingOfOursComesOffAndNothingElse() {
        mark();
        web.reports("198.51.100.7", "203.0.113.9", "lb.example.com");
        assertEquals(
                new Release(Set.of("198.51.100.7"), Set.of(Marks.CLOUD_PROVIDER_FINALIZER), true, Set.of()), release());
    }

    @Test
    void aRecordTellsAnAddressWhoseEipIsGone() {
        mark();
        web.reports("192.0.2.7");
        cluster.record("192.0.2.7", "gone", web);
        assertEquals(Set.of("192.0.2.7"), release().ingress());
    }

    @Test
    void aRecordTellsThatTheWellKnownFinalizerIsOursWhereTheLabelWasTakenOff() {
        web.reports("198.51.100.7");
        web.finalizers = List.of(Marks.CLOUD_PROVIDER_FINALIZER);
        cluster.record("198.51.100.7", "pool", web);
        assertEquals(
                new Release(Set.of("198.51.100.7"), Set.of(Marks.CLOUD_PROVIDER_FINALIZER), false, Set.of()),
                release());
    }

    @Test
    void aRecordTellsSoWhereATypeChangeWipedTheStatusToo() {
        web.loadBalancer = false;
        web.finalizers = List.of(Marks.CLOUD_PROVIDER_FINALIZER);
        cluster.record("198.51.100.7", "pool", web);
        assertEquals(new Release(Set.of(), Set.of(Marks.CLOUD_PROVIDER_FINALIZER), false, Set.of()), release());
    }

    /// On a Service with a class we set a finalizer of our own, so the well-known one is that of the class.
    @Test
    void theWellKnownFinalizerAndTheAddressOfAnotherClassStayBesideAnOldMarkOfOurs() {
        mark();
        web.loadBalancerClass = Optional.of("example.com/lb");
        web.reports("203.0.113.9");
        assertEquals(new Release(Set.of(), Set.of(), true, Set.of()), release());
    }

    @Test
    void aSharedAddressComesOffEveryServiceThatItsRecordNames() {
        Service dns = cluster.service("default/dns").reports("192.0.2.7");
        web.reports("192.0.2.7");
        cluster.record("192.0.2.7", "gone", web, dns);
        assertEquals(Set.of("192.0.2.7"), release().ingress());
        Ownership ownership = Ownership.of(cluster.view().records(), Map.of());
        assertEquals(Set.of("192.0.2.7"), ownership.release(dns.view()).ingress());
    }

    @Test
    void theRecordOfAnotherServiceTellsNothing() {
        cluster.record("192.0.2.7", "gone", cluster.service("default/other"));
        mark();
        web.reports("192.0.2.7");
        assertEquals(Set.of(), release().ingress());
    }

    @Test
    void whatAnotherLoadBalancerServesStaysEvenInsideAnEip() {
        web.reports("198.51.100.7");
        web.finalizers = List.of(Marks.CLOUD_PROVIDER_FINALIZER);
        assertEquals(Release.NONE, release());
    }

    @Test
    void anEipThatACniManagesExplainsNothing() {
        mark();
        web.reports("198.51.100.7");
        Optional.ofNullable(cluster.eips.get("pool")).orElseThrow().foreign = true;
        assertEquals(Set.of(), release().ingress());
    }

    @Test
    void whereOurKindsAreGoneTheLabelTells() {
        web.reports("198.51.100.7");
        assertEquals(Release.NONE, Ownership.unknown().release(web.view()));
        mark();
        assertEquals(
                new Release(Set.of("198.51.100.7"), Set.of(Marks.CLOUD_PROVIDER_FINALIZER), true, Set.of()),
                Ownership.unknown().release(web.view()));
    }
}
