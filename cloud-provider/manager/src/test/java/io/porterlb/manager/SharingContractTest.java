package io.porterlb.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One address for several Services, where the API server has a part in it.
@Tag("cluster")
@Timeout(180)
class SharingContractTest {
    private final String key = UUID.randomUUID().toString();
    private RunningManager manager = TestCluster.manager();

    @AfterEach
    void close() {
        manager.close();
    }

    private TestService shared(int port) {
        return TestService.onPort(port, "annotations: {porterlb.io/sharing-key: " + key + "}");
    }

    private static String owners(String address) {
        return TestCluster.kubectl(
                "get", "porteraddresses", address, "--ignore-not-found", "--output=jsonpath={.spec.owners[*].name}");
    }

    private static void awaitOwners(String address, String owners) {
        TestCluster.await("the owners " + owners, () -> owners(address).equals(owners));
    }

    @Test
    void ofTwoThatShareOneLeavesAndTheOtherStays() {
        TestService web = shared(80);
        String address = web.awaitAddress();
        TestService dns = shared(53);
        assertEquals(address, dns.awaitAddress());
        assertEquals(web.name() + " " + dns.name(), owners(address));
        web.delete();
        web.awaitGone();
        awaitOwners(address, dns.name());
        assertEquals(address, dns.address());
        dns.delete();
        dns.awaitGone();
        awaitOwners(address, "");
    }

    @Test
    void thoseWhoJoinAtOnceAllGetInOneAfterTheOther() {
        String address = shared(80).awaitAddress();
        List<TestService> many =
                IntStream.range(0, 6).mapToObj(i -> shared(1000 + i)).toList();
        many.forEach(each -> assertEquals(address, each.awaitAddress()));
        assertEquals(7, owners(address).split(" ").length);
    }

    /// Two managers that both think they lead, as fast as they can.
    @Test
    void twoManagersLoseAndDoubleNothing() {
        try (RunningManager _ = TestCluster.manager()) {
            List<TestService> many = IntStream.range(0, 4)
                    .mapToObj(i -> shared(2000 + i / 2)) // two and two have a port in common
                    .toList();
            many.forEach(TestService::awaitAddress);
            assertNotEquals(many.get(0).address(), many.get(1).address());
            assertNotEquals(many.get(2).address(), many.get(3).address());
            many.forEach(each -> TestCluster.await(
                    "the record of " + each.name(), () -> owners(each.address()).contains(each.name())));
        }
    }

    @Test
    void whoNoLongerFitsMovesAndSaysWhyOnItself() {
        TestService web = shared(80);
        String address = web.awaitAddress();
        TestService dns = shared(53);
        assertEquals(address, dns.awaitAddress());
        dns.patch("{\"spec\": {\"ports\": [{\"port\": 80}]}}");
        TestCluster.await(
                "the move",
                () -> !dns.address().equals(address) && !dns.address().isEmpty());
        awaitOwners(address, web.name());
        assertEquals(address, web.address());
        String event = "porter-manager Warning SharingEnded: The Service moves from " + address
                + ", which it can no longer share, to " + dns.address() + ": Service default/" + web.name()
                + " has port TCP/80 too.";
        TestCluster.await("the event", () -> TestCluster.events(dns.name()).contains(event));
    }

    /// It asks for that very address, and gets no other one.
    @Test
    void whoNoLongerFitsAndGetsNothingElseSaysWhyOnItself() {
        TestService web = shared(80);
        String address = web.awaitAddress();
        TestService dns = shared(53);
        assertEquals(address, dns.awaitAddress());
        dns.patch("{\"spec\": {\"loadBalancerIP\": \"%s\", \"ports\": [{\"port\": 80}]}}".formatted(address));
        awaitOwners(address, web.name());
        String event = "porter-manager Warning SharingEnded: The Service gives up " + address
                + ", which it can no longer share: Service default/" + web.name() + " has port TCP/80 too.";
        TestCluster.await("the event", () -> TestCluster.events(dns.name()).contains(event));
        assertEquals("", dns.address());
    }

    @Test
    void theElderMovesTooWhereItIsTheOneThatChanged() {
        TestService web = shared(80);
        String address = web.awaitAddress();
        TestService dns = shared(53);
        assertEquals(address, dns.awaitAddress());
        web.patch("{\"spec\": {\"ports\": [{\"port\": 53}]}}");
        awaitOwners(address, dns.name());
        assertNotEquals(address, web.awaitAddress());
        assertEquals(address, dns.address());
    }

    @Test
    void whoChangesAndStillFitsStays() {
        TestService web = shared(80);
        String address = web.awaitAddress();
        TestService dns = shared(53);
        assertEquals(address, dns.awaitAddress());
        String terms = terms(address, dns);
        dns.patch("{\"spec\": {\"ports\": [{\"port\": 54}]}}");
        TestCluster.await("the new terms", () -> !terms(address, dns).equals(terms));
        awaitOwners(address, web.name() + " " + dns.name());
        assertEquals(address, dns.address());
    }

    private static String terms(String address, TestService service) {
        String path = "{.spec.owners[?(@.name==\"" + service.name() + "\")].terms}";
        return TestCluster.kubectl("get", "porteraddresses", address, "--output=jsonpath=" + path);
    }

    @Test
    void anOwnerThatIsGoneWithoutAWordIsTakenOff() {
        TestService web = shared(80);
        String address = web.awaitAddress();
        TestService dns = shared(53);
        assertEquals(address, dns.awaitAddress());
        manager.close();
        web.patch("{\"metadata\": {\"finalizers\": null}}");
        web.delete();
        web.awaitGone();
        assertEquals(web.name() + " " + dns.name(), owners(address));
        manager = TestCluster.manager();
        awaitOwners(address, dns.name());
        assertEquals(address, dns.address());
    }
}
