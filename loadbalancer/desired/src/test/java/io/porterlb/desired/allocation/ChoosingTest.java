package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which address a Service gets that has none.
class ChoosingTest {
    private final Cluster cluster = new Cluster();
    private final Eip pool = cluster.eip("a", "192.0.2.0/24");

    @ParameterizedTest
    @CsvSource({
        "eip.openelb.kubesphere.io/v1alpha1, 192.0.2.77",
        "metallb.io/loadBalancerIPs, 192.0.2.77",
        "metallb.io/loadBalancerIPs, '2001:db8::1, 192.0.2.77'",
    })
    void anAnnotatedAddressWinsOverLoadBalancerIp(String annotation, String value) {
        cluster.service("default/web").annotate(annotation, value).ip("192.0.2.5");
        Outcome.of(cluster).assigned("default/web", "192.0.2.77");
    }

    @Test
    void loadBalancerIpIsHonoured() {
        cluster.service("default/web").ip("192.0.2.5");
        Outcome.of(cluster).assigned("default/web", "192.0.2.5");
    }

    @Test
    void anEmptyRequestIsNone() {
        cluster.service("default/web").ip("").annotate(Annotations.EIP, " ");
        Outcome.of(cluster).assigned("default/web", "192.0.2.0");
    }

    @ParameterizedTest
    @CsvSource({"eip.openelb.kubesphere.io/v1alpha2", "metallb.io/address-pool"})
    void anEipCanBeNamed(String annotation) {
        cluster.eip("b", "198.51.100.0/24").autoAssign = false;
        cluster.service("default/web").annotate(annotation, "b");
        assertEquals(
                "b",
                Outcome.of(cluster)
                        .assigned("default/web", "198.51.100.0")
                        .held("default/web")
                        .eip());
    }

    @Test
    void requestsComeBeforeEveryoneElse() {
        cluster.service("default/older");
        cluster.service("default/younger").ip("192.0.2.0");
        Outcome.of(cluster).assigned("default/younger", "192.0.2.0").assigned("default/older", "192.0.2.1");
    }

    @Test
    void theOlderServiceComesFirst() {
        pool.address = "192.0.2.1";
        cluster.service("z/older");
        cluster.service("a/younger");
        Outcome.of(cluster).assigned("z/older", "192.0.2.1").refused("a/younger", "AddressPoolExhausted", "Eip a");
    }

    @Test
    void unservableRequestsSayWhy() {
        cluster.node("n1", "192.0.2.200");
        cluster.record("192.0.2.7", "a", cluster.service("default/holder"));
        cluster.service("default/other").externalIps = List.of("192.0.2.8", "not-an-address");
        cluster.eip("off", "203.0.113.0/26").disable = true;
        cluster.eip("bound", "203.0.113.64/26").namespaces("team");
        cluster.eip("l2", "203.0.113.128/26").protocol = "carp";
        cluster.eip("cni", "203.0.113.192/26").foreign = true;
        cluster.eip("going", "198.51.100.0/24").deleting = true;
        ask("192.0.2.7", "AddressTaken", "spec.loadBalancerIP", "192.0.2.7", "Service default/holder");
        ask("192.0.2.200", "AddressIsNodeAddress", "node n1");
        ask("192.0.2.8", "AddressIsExternalIp", "Service default/other");
        ask("10.0.0.1", "AddressOutsidePools", "10.0.0.1");
        ask("web", "InvalidAddress", "'web'");
        ask("2001:db8::1", "FamilyMismatch", "2001:db8::1", "IPv4");
        ask("203.0.113.1", "EipDisabled", "Eip off");
        ask("203.0.113.65", "NamespaceNotAllowed", "Eip bound", "default");
        ask("203.0.113.129", "EipUnusable", "Eip l2", "carp");
        ask("203.0.113.193", "EipUnusable", "Eip cni", "openelb.kubesphere.io/cni");
        ask("198.51.100.1", "EipDeleting", "Eip going");
    }

    private void ask(String address, String reason, String... parts) {
        cluster.service("default/web").ip(address);
        Outcome.of(cluster).refused("default/web", reason, parts);
        cluster.services.remove(Cluster.key("default/web"));
    }

    @Test
    void unservableEipsSayWhy() {
        cluster.eip("v6", "2001:db8::/64");
        cluster.eip("bound", "203.0.113.64/26").namespaces("team");
        cluster.eip("bad", "web");
        cluster.eip("full", "198.51.100.7");
        cluster.record("198.51.100.7", "full", cluster.service("default/holder"));
        name("none", "EipNotFound", "Annotation " + Annotations.EIP, "Eip none");
        name("v6", "FamilyMismatch", "Eip v6", "IPv4");
        name("bound", "NamespaceNotAllowed", "Eip bound");
        name("bad", "EipUnusable", "'web' is not an IP address");
        name("full", "AddressPoolExhausted", "Eip full");
    }

    private void name(String eip, String reason, String... parts) {
        cluster.service("default/web").annotate(Annotations.EIP, eip);
        Outcome.of(cluster).refused("default/web", reason, parts);
        cluster.services.remove(Cluster.key("default/web"));
    }

    @Test
    void anAddressAndAnEipHaveToAgree() {
        cluster.eip("b", "198.51.100.0/24");
        Service web = cluster.service("default/web").ip("192.0.2.7").annotate(Annotations.EIP, "b");
        Outcome.of(cluster)
                .refused("default/web", "AddressOutsideEip", "spec.loadBalancerIP", Annotations.EIP, "Eip b");
        web.ip("198.51.100.7");
        Outcome.of(cluster).assigned("default/web", "198.51.100.7");
        web.annotate(Annotations.EIP, "none");
        Outcome.of(cluster).refused("default/web", "EipNotFound", "none");
    }

    @Test
    void metalLbListsHaveOneAddressAFamily() {
        cluster.service("default/web").annotate(Annotations.METALLB_ADDRESSES, "192.0.2.7,192.0.2.8");
        Outcome.of(cluster).refused("default/web", "InvalidAddress", "192.0.2.7,192.0.2.8");
    }

    @Test
    void boundEipsComeFirstInTheOrderOfTheirPriority() {
        pool.markDefault();
        cluster.eip("second", "198.51.100.1").namespaces("team").priority(1);
        cluster.eip("first", "198.51.100.0").selector(Map.of("tier", "gold"));
        cluster.eip("other", "198.51.100.2").selector(Map.of("tier", "gold", "zone", "x"));
        cluster.namespace("team", Map.of("tier", "gold"));
        cluster.service("team/a");
        cluster.service("team/b");
        cluster.service("team/c");
        cluster.service("default/d");
        Outcome.of(cluster)
                .assigned("team/a", "198.51.100.0")
                .assigned("team/b", "198.51.100.1")
                .refused("team/c", "AddressPoolExhausted", "Eips first, second") // not the default one: a boundary
                .assigned("default/d", "192.0.2.0");
    }

    @Test
    void aDisabledBoundEipLeavesTheNamespaceToTheDefaultEip() {
        pool.markDefault();
        cluster.eip("b", "198.51.100.0/24").namespaces("team").disable = true;
        cluster.service("team/web");
        Outcome.of(cluster).assigned("team/web", "192.0.2.0");
    }

    @Test
    void aBoundEipThatIsUnusableLeadsNowhereElse() {
        cluster.eip("b", "198.51.100.0/24").namespaces("team").protocol = "carp";
        cluster.service("team/web");
        Outcome.of(cluster).refused("team/web", "EipUnusable", "namespace team", "Eip b");
    }

    @Test
    void aDefaultEipLeavesTheOthersToThoseWhoNameThem() {
        pool.address = "192.0.2.1";
        pool.isDefault = true;
        cluster.eip("b", "198.51.100.0/24");
        cluster.service("default/a");
        cluster.service("default/b");
        Outcome.of(cluster).assigned("default/a", "192.0.2.1").refused("default/b", "AddressPoolExhausted", "Eip a");
    }

    @Test
    void theOlderOfTwoDefaultEipsCounts() {
        cluster.eip("b", "198.51.100.0/24").markDefault();
        cluster.eip("a-younger", "203.0.113.0/24").markDefault();
        cluster.service("default/web");
        Outcome.of(cluster).assigned("default/web", "198.51.100.0");
    }

    @Test
    void aDefaultEipThatCannotServeSaysWhy() {
        pool.isDefault = true;
        cluster.service("default/web");
        pool.disable = true;
        Outcome.of(cluster).refused("default/web", "EipDisabled", "Eip a");
        pool.disable = false;
        pool.namespaces("team");
        Outcome.of(cluster).refused("default/web", "NamespaceNotAllowed", "Eip a");
        pool.namespaces();
        pool.protocol = "carp";
        Outcome.of(cluster).refused("default/web", "EipUnusable", "carp");
    }

    @Test
    void anEipOfTheOtherFamilyIsNotForTheService() {
        cluster.service("default/web").families(IpFamily.V6).annotate(Annotations.EIP, "a");
        Outcome.of(cluster).refused("default/web", "FamilyMismatch", "Eip a", "IPv6");
    }

    @Test
    void aDefaultEipIsDefaultForItsFamily() {
        pool.isDefault = true;
        cluster.eip("six", "2001:db8::/64");
        cluster.service("default/web").families(IpFamily.V6);
        Outcome.of(cluster).assigned("default/web", "2001:db8::");
        cluster.service("default/four");
        Outcome.of(cluster).assigned("default/four", "192.0.2.0");
    }

    @Test
    void withoutDefaultEipThoseThatAreFreeToAllAreTriedByPriority() {
        pool.priority(2);
        cluster.eip("reserved", "198.51.100.0/32").autoAssign = false;
        cluster.eip("off", "198.51.100.1/32").disable = true;
        cluster.eip("bound", "198.51.100.2/32").namespaces("team");
        cluster.eip("first", "198.51.100.3/32").priority(1);
        cluster.service("default/a");
        cluster.service("default/b");
        Outcome.of(cluster).assigned("default/a", "198.51.100.3").assigned("default/b", "192.0.2.0");
    }

    @Test
    void noEipAtAllIsSaidWithWhatToDo() {
        cluster.eips.clear();
        cluster.service("default/web");
        Outcome.of(cluster).refused("default/web", "NoMatchingEip", "IPv4", "default", "spec.namespaces");
        Eip eip = cluster.eip("b", "198.51.100.1/32");
        eip.disable = true;
        Outcome.of(cluster).refused("default/web", "EipDisabled", "Eip b");
        eip.disable = false;
        eip.protocol = "carp";
        Outcome.of(cluster).refused("default/web", "EipUnusable", "carp");
    }

    @Test
    void theProtocolAnnotationFiltersTheAutomaticChoice() {
        cluster.eip("l2", "198.51.100.0/24").protocol = "layer2";
        Service web = cluster.service("default/web").annotate(Annotations.PROTOCOL, "bgp");
        Outcome.of(cluster).assigned("default/web", "192.0.2.0");
        web.annotate(Annotations.PROTOCOL, "layer2");
        Outcome.of(cluster).assigned("default/web", "198.51.100.0");
        web.annotate(Annotations.PROTOCOL, "carp");
        Outcome.of(cluster).refused("default/web", "NoMatchingEip", "protocol carp");
    }

    @Test
    void whatSomebodyHasIsNeverGivenOut() {
        pool.address = "192.0.2.0/29";
        cluster.node("n1", "192.0.2.0");
        cluster.record("192.0.2.1", "a", cluster.service("default/holder"));
        Service other = cluster.service("default/other");
        other.loadBalancer = false;
        other.externalIps = List.of("192.0.2.2");
        other.reports("192.0.2.3");
        cluster.service("default/classed").reports("192.0.2.4").loadBalancerClass = Optional.of("example.com/other");
        cluster.service("default/web");
        Outcome.of(cluster).assigned("default/web", "192.0.2.5");
    }

    @Test
    void theYoungerOfTwoOverlappingEipsGivesOutNothing() {
        cluster.eip("b", "192.0.2.128-198.51.100.9").priority(-1);
        cluster.service("default/web");
        cluster.service("default/named").annotate(Annotations.EIP, "b");
        cluster.service("default/common").ip("192.0.2.200");
        cluster.service("default/own").ip("198.51.100.1");
        Outcome.of(cluster)
                .assigned("default/web", "192.0.2.0")
                .refused("default/named", "EipUnusable", "overlaps that of Eip a")
                .assigned("default/common", "192.0.2.200")
                .refused("default/own", "EipUnusable", "overlaps");
    }

    @Test
    void everyAddressOfACidrIsGivenOut() {
        pool.address = "192.0.2.254/31";
        cluster.service("default/a");
        cluster.service("default/b");
        Outcome.of(cluster).assigned("default/a", "192.0.2.254").assigned("default/b", "192.0.2.255");
    }
}
