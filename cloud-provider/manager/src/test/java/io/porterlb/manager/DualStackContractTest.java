package io.porterlb.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two addresses for one Service, where the API server has a part in it: it is who fills in and takes away families.
@Tag("cluster")
@Timeout(180)
class DualStackContractTest {
    private static final String EIP_LABEL = ".metadata.labels.eip\\.openelb\\.kubesphere\\.io/v1alpha2";
    private static final String MISSING = ".status.conditions[?(@.type==\"porterlb.io/RequestSatisfied\")].reason";
    private static final String REFUSED = ".status.conditions[?(@.type==\"porterlb.io/AddressAssigned\")].reason";

    private final RunningManager manager = TestCluster.manager();

    @AfterEach
    void close() {
        manager.close();
    }

    private static List<String> addresses(TestService service) {
        return List.of(service.address().split(" "));
    }

    private static List<String> awaitTwo(TestService service) {
        TestCluster.await("two addresses", () -> addresses(service).size() == 2);
        return addresses(service);
    }

    /// Addresses whose records name it, in no order.
    private static long records(TestService service) {
        return TestCluster.kubectl("get", "porteraddresses", "--output=jsonpath={.items[*].spec.owners[*].name}")
                .lines()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .filter(service.name()::equals)
                .count();
    }

    private static String patch(String policy) {
        return "{\"spec\": {\"ipFamilyPolicy\": \"" + policy + "\"}}";
    }

    @Test
    void bothAddressesComeTogetherInTheOrderOfIpFamiliesAndGoTogether() {
        TestService service = TestService.create("", "ipFamilyPolicy: RequireDualStack, ipFamilies: [IPv6, IPv4]");
        service.awaitAddress();
        List<String> addresses = addresses(service);
        assertEquals(2, addresses.size());
        assertTrue(addresses.getFirst().startsWith("2001:db8:5::"), addresses::toString);
        assertTrue(addresses.getLast().startsWith("198.51.100."), addresses::toString);
        assertEquals("VIP VIP", service.get(".status.loadBalancer.ingress[*].ipMode"));
        assertEquals("six", service.get(EIP_LABEL));
        assertEquals(2, records(service));
        service.delete();
        service.awaitGone();
        TestCluster.await("the end of both records", () -> records(service) == 0);
    }

    @Test
    void aSecondFamilyAddsItsAddressAndTheWayBackGivesItUp() {
        TestService service = TestService.create();
        String first = service.awaitAddress();
        service.patch(patch("PreferDualStack"));
        List<String> both = awaitTwo(service);
        assertEquals(first, both.getFirst());
        assertEquals("pool", service.get(EIP_LABEL));
        service.patch(patch("SingleStack"));
        TestCluster.await("one address", () -> service.address().equals(first));
        TestCluster.await("the end of the other record", () -> records(service) == 1);
        String released = "porter-manager Normal AddressReleased: " + both.getLast() + " is free again";
        TestCluster.await("the event", () -> TestCluster.events(service.name()).contains(released));
    }

    @Test
    void preferringBothIsContentWithOneUntilTheOtherIsThere() {
        TestService service = TestService.create(
                "annotations: {eip.openelb.kubesphere.io/v1alpha2: 'pool,later'}", "ipFamilyPolicy: PreferDualStack");
        String first = service.awaitAddress();
        TestCluster.await("the condition", () -> service.get(MISSING).equals("FamilyMissing"));
        TestCluster.apply("""
                apiVersion: network.kubesphere.io/v1alpha2
                kind: Eip
                metadata: {name: later}
                spec: {address: "2001:db8:6::/48", autoAssign: false}
                """);
        assertEquals(first, awaitTwo(service).getFirst());
        assertEquals("", service.get(MISSING));
    }

    @Test
    void requiringBothGetsNoneWithoutTheOther() {
        TestService service = TestService.create(
                "annotations: {eip.openelb.kubesphere.io/v1alpha2: 'pool,none'}", "ipFamilyPolicy: RequireDualStack");
        TestCluster.await("the condition", () -> service.get(REFUSED).equals("DualStackIncomplete"));
        assertEquals("", service.address());
        assertEquals(0, records(service));
        service.patch("{\"metadata\": {\"annotations\": null}}");
        awaitTwo(service);
        assertEquals("", service.get(REFUSED));
    }
}
