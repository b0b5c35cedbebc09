package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.IpFamilyPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// One address of each family, from two Eips: `default/web` prefers both, IPv4 first, unless told otherwise.
class DualStackTest {
    private static final String WEB = "default/web";

    private final Cluster cluster = new Cluster();
    private final Eip four = cluster.eip("four", "192.0.2.0/24");
    private final Eip six = cluster.eip("six", "2001:db8::/64");
    private final Service web = cluster.service(WEB).dualStack(IpFamilyPolicy.PREFER_DUAL_STACK, IpFamily.V4);

    @ParameterizedTest
    @EnumSource(names = {"PREFER_DUAL_STACK", "REQUIRE_DUAL_STACK"})
    void eachFamilyGetsAnAddressInTheOrderOfIpFamilies(IpFamilyPolicy policy) {
        web.dualStack(policy, IpFamily.V4);
        cluster.service("default/six").dualStack(policy, IpFamily.V6);
        Outcome outcome = Outcome.of(cluster)
                .shows(WEB, "192.0.2.0", "2001:db8::")
                .shows("default/six", "2001:db8::1", "192.0.2.1");
        assertEquals(List.of("four", "six"), eips(outcome, WEB));
        assertEquals("four", outcome.held(WEB).eip());
        assertEquals("six", outcome.held("default/six").eip());
        assertEquals(List.of(), outcome.held(WEB).notices());
    }

    private static List<String> eips(Outcome outcome, String service) {
        return outcome.held(service).holdings().stream().map(Holding::eip).toList();
    }

    @Test
    void eachFamilyIsChosenByTheSameRules() {
        four.priority(1);
        cluster.eip("first", "198.51.100.0/24");
        cluster.eip("bound", "2001:db8:1::/48").namespaces("default");
        assertEquals(List.of("first", "bound"), eips(Outcome.of(cluster), WEB));
        four.isDefault = true;
        assertEquals(List.of("four", "bound"), eips(Outcome.of(cluster), WEB));
    }

    @ParameterizedTest
    @CsvSource({
        "eip.openelb.kubesphere.io/v1alpha1, '2001:db8::7, 192.0.2.7', 192.0.2.7, 2001:db8::7",
        "metallb.io/loadBalancerIPs, '192.0.2.7,2001:db8::7', 192.0.2.7, 2001:db8::7",
        "metallb.io/loadBalancerIPs, 2001:db8::7, 192.0.2.0, 2001:db8::7",
        "eip.openelb.kubesphere.io/v1alpha2, 'gold6,gold4', 203.0.113.0, 2001:db8:9::",
        "eip.openelb.kubesphere.io/v1alpha2, gold6, 192.0.2.0, 2001:db8:9::",
        "metallb.io/address-pool, 'gold4, gold6', 203.0.113.0, 2001:db8:9::",
    })
    void whatIsAskedForOneFamilyLeavesTheOtherOpen(String annotation, String value, String v4, String v6) {
        cluster.eip("gold4", "203.0.113.0/24").autoAssign = false;
        cluster.eip("gold6", "2001:db8:9::/64").autoAssign = false;
        web.annotate(annotation, value);
        Outcome.of(cluster).shows(WEB, v4, v6);
    }

    @Test
    void whoAsksForOneAddressDoesNotAskForTheOther() {
        web.loadBalancerIp = Optional.of("192.0.2.7");
        List<Optional<String>> asked = Outcome.of(cluster).held(WEB).holdings().stream()
                .map(holding -> Allocator.asks(web.view(), holding))
                .toList();
        assertEquals(List.of(Optional.of("spec.loadBalancerIP"), Optional.empty()), asked);
    }

    @Test
    void loadBalancerIpIsTheAddressOfItsFamily() {
        web.ip("2001:db8::5");
        Outcome.of(cluster).shows(WEB, "192.0.2.0", "2001:db8::5");
    }

    @Test
    void aSingleStackServiceTakesItsPartOfTwo() {
        web.families(IpFamily.V6)
                .annotate(Annotations.ADDRESS, "192.0.2.7,2001:db8::7")
                .annotate(Annotations.EIP, "four,six");
        Outcome.of(cluster).shows(WEB, "2001:db8::7");
    }

    @Test
    void twoEipsOfOneFamilyAreRefused() {
        cluster.eip("other", "198.51.100.0/24");
        web.annotate(Annotations.EIP, "four,other,six");
        Outcome.of(cluster)
                .shows(WEB, "2001:db8::")
                .noticed(WEB, "FamilyMissing", "no IPv4 address", "Eips four, other");
    }

    @Test
    void anEipThatDoesNotExistIsTheOneOfTheFamilyThatNoOtherHas() {
        web.annotate(Annotations.EIP, "four,gone");
        Outcome.of(cluster).shows(WEB, "192.0.2.0").noticed(WEB, "FamilyMissing", "no IPv6 address", "Eip gone");
    }

    @Test
    void preferringBothIsContentWithOneAndSaysWhatIsMissing() {
        cluster.eips.remove("six");
        Outcome outcome = Outcome.of(cluster).shows(WEB, "192.0.2.0");
        outcome.noticed(WEB, "FamilyMissing", "no IPv6 address", "No Eip with IPv6 addresses");
        assertEquals(Optional.of("FamilyMissing"), outcome.held(WEB).unmet().map(Notice::reason));
        cluster.eips.remove("four");
        cluster.eip("later", "2001:db8:1::/64");
        Outcome.of(cluster).shows(WEB, "2001:db8:1::").noticed(WEB, "FamilyMissing", "no IPv4 address");
    }

    @Test
    void preferringBothIsRefusedWithoutAny() {
        cluster.eips.clear();
        Outcome.of(cluster).refused(WEB, "NoMatchingEip", "IPv4");
    }

    @Test
    void requiringBothGetsNoneWhereOneIsMissingAndLeavesTheOtherToOthers() {
        web.dualStack(IpFamilyPolicy.REQUIRE_DUAL_STACK, IpFamily.V4).ip("192.0.2.7");
        six.disable = true;
        cluster.service("default/younger").ip("192.0.2.7");
        Outcome.of(cluster)
                .refused(WEB, "DualStackIncomplete", "RequireDualStack", "one of IPv6", "Eip six", "disabled")
                .assigned("default/younger", "192.0.2.7");
    }

    @Test
    void requiringBothIsToldOfAReportThatItCannotKeepBeforeItGetsOthers() {
        cluster.record("2001:db8::9", "six", cluster.service("default/holder").families(IpFamily.V6));
        web.dualStack(IpFamilyPolicy.REQUIRE_DUAL_STACK, IpFamily.V4).reports("2001:db8::9");
        Outcome.of(cluster).refused(WEB, "DuplicateAddress", "2001:db8::9", "Service default/holder");
        web.reports();
        Outcome.of(cluster).shows(WEB, "192.0.2.0", "2001:db8::");
    }

    @ParameterizedTest
    @EnumSource(names = {"PREFER_DUAL_STACK", "REQUIRE_DUAL_STACK"})
    void aSecondFamilyAddsItsAddressAndKeepsTheFirst(IpFamilyPolicy policy) {
        cluster.record("192.0.2.9", "four", web.families(IpFamily.V4).reports("192.0.2.9"));
        web.dualStack(policy, IpFamily.V4);
        Outcome.of(cluster).shows(WEB, "192.0.2.9", "2001:db8::").because(WEB, Cause.KEPT, Cause.ASSIGNED);
        six.disable = true;
        Outcome.of(cluster).holds(WEB, "192.0.2.9", Cause.KEPT).noticed(WEB, "FamilyMissing", "Eip six");
    }

    @Test
    void theWayBackGivesUpTheSecond() {
        recorded();
        web.families(IpFamily.V4).familyPolicy = IpFamilyPolicy.SINGLE_STACK;
        Outcome outcome = Outcome.of(cluster).holds(WEB, "192.0.2.9", Cause.KEPT);
        assertEquals(
                List.of(IpAddress.of("2001:db8::9")),
                outcome.held(WEB).surplus().stream().map(AddressRecord::address).toList());
    }

    private void recorded() {
        cluster.record("192.0.2.9", "four", web).record("2001:db8::9", "six", web);
        web.reports("192.0.2.9", "2001:db8::9");
    }

    @Test
    void aRecordOfEachFamilyKeepsBothWhateverTheStatusSays() {
        recorded();
        web.reports();
        Outcome.of(cluster).shows(WEB, "192.0.2.9", "2001:db8::9").because(WEB, Cause.KEPT, Cause.KEPT);
    }

    @Test
    void aLostRecordIsMadeAnewFromTheStatus() {
        recorded();
        cluster.records.remove(IpAddress.of("2001:db8::9"));
        Outcome.of(cluster).shows(WEB, "192.0.2.9", "2001:db8::9").because(WEB, Cause.KEPT, Cause.READOPTED);
        cluster.records.clear();
        Outcome.of(cluster).shows(WEB, "192.0.2.9", "2001:db8::9").because(WEB, Cause.READOPTED, Cause.READOPTED);
    }

    @Test
    void aRequestForOneFamilyMovesThatAddressAlone() {
        recorded();
        web.ip("2001:db8::5");
        Outcome.of(cluster).shows(WEB, "192.0.2.9", "2001:db8::5").because(WEB, Cause.KEPT, Cause.ASSIGNED);
    }

    @Test
    void noticesOfBothAddressesAreOneAReason() {
        recorded();
        four.disable = true;
        six.disable = true;
        Outcome outcome = Outcome.of(cluster).noticed(WEB, "EipDisabled", "192.0.2.9", "2001:db8::9");
        assertEquals(1, outcome.held(WEB).notices().size());
    }

    @Test
    void whoSharesSharesEachAddressWhereItFits() {
        web.shares("k");
        recorded();
        cluster.service("default/dns")
                .dualStack(IpFamilyPolicy.PREFER_DUAL_STACK, IpFamily.V6)
                .shares("k")
                .ports(53);
        cluster.service("default/six").families(IpFamily.V6).shares("k").ports(53);
        Outcome.of(cluster).shows("default/dns", "2001:db8::9", "192.0.2.9").shows("default/six", "2001:db8::");
    }

    @Test
    void whoMayStayAtOneAddressOnlyLeavesTheOther() {
        six.address = "2001:db8::9";
        Service dns =
                cluster.service("default/dns").families(IpFamily.V6).shares("k").ports(53);
        web.shares("k");
        cluster.record("192.0.2.9", "four", web).record("2001:db8::9", "six", dns, web);
        web.annotations.clear();
        Outcome.of(cluster)
                .shows(WEB, "192.0.2.9")
                .noticed(WEB, "SharingEnded", "gives up 2001:db8::9", "Service default/dns")
                .noticed(WEB, "FamilyMissing", "No address is free in Eip six");
    }

    @Test
    void whoMayStayAtNeitherAddressIsToldOfBothAtOnce() {
        four.address = "192.0.2.9";
        six.address = "2001:db8::9";
        Service dns = cluster.service("default/dns")
                .dualStack(IpFamilyPolicy.PREFER_DUAL_STACK, IpFamily.V4)
                .shares("k")
                .ports(53);
        web.shares("k");
        cluster.record("192.0.2.9", "four", dns, web).record("2001:db8::9", "six", dns, web);
        web.annotations.clear();
        Outcome outcome = Outcome.of(cluster)
                .noticed(WEB, "SharingEnded", "gives up 192.0.2.9", "gives up 2001:db8::9", "Service default/dns");
        Assignment.Released released = assertInstanceOf(Assignment.Released.class, outcome.of(WEB));
        assertEquals(1, released.notices().size());
    }

    @Test
    void whoWaitsForTheAddressOfOneFamilyIsLeftAloneWithBoth() {
        cluster.record("2001:db8::9", "six", new Cluster().service("default/gone"));
        web.reports("192.0.2.9", "2001:db8::9");
        assertInstanceOf(Assignment.LeftAlone.class, Outcome.of(cluster).of(WEB));
    }
}
