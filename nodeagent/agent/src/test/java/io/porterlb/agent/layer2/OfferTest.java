package io.porterlb.agent.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.address.Prefix;
import io.porterlb.desired.plan.AnswerPlan;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.LinkPlan;
import io.porterlb.layer2.link.AssignedAddress;
import io.porterlb.layer2.link.Device;
import io.porterlb.layer2.link.LinkTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OfferTest {
    private static final IpAddress ADDRESS = IpAddress.of("192.0.2.7");

    private static Device device(String name, int index, boolean up, String address, int length) {
        return new Device(
                name,
                index,
                up,
                up,
                true,
                MacAddress.of("02:00:00:00:00:01"),
                Optional.empty(),
                List.of(new AssignedAddress(IpAddress.of(address), Prefix.containing(IpAddress.of(address), length))));
    }

    private static LinkTable table(Device... devices) {
        return new LinkTable(List.of(devices), Map.of());
    }

    private static Layer2Plan plan(String networkInterface, String... addresses) {
        return new Layer2Plan(
                List.of(new LinkPlan("pool", networkInterface, IpAddress.of("192.0.2.1"))),
                Stream.of(addresses)
                        .map(text -> new AnswerPlan(IpAddress.of(text), "pool", Set.of("n1"), false, List.of()))
                        .toList());
    }

    @Test
    void theInterfaceOfTheSubnetIsOffered() {
        Offer offer = Offer.of(table(device("eth0", 2, true, "192.0.2.1", 24)), plan("", "192.0.2.7"));
        assertEquals(new Offer(Map.of(ADDRESS, "eth0"), Map.of(), Set.of("pool"), Map.of()), offer);
    }

    @Test
    void anInterfaceThatIsDownIsNeverOffered() {
        Offer offer = Offer.of(table(device("eth0", 2, false, "192.0.2.1", 24)), plan("eth0", "192.0.2.7"));
        assertEquals(Map.of(), offer.devices());
        assertEquals("The network interface eth0 is down.", offer.refusals().get("pool"));
        assertEquals(Set.of(), offer.capabilities());
        assertEquals(Set.of(ADDRESS), offer.down());
    }

    @Test
    void anEipIsJudgedBeforeAnyServiceHasAnAddressOfIt() {
        Offer offer = Offer.of(table(device("eth0", 2, true, "10.0.0.1", 8)), plan(""));
        assertEquals(Set.of(), offer.capabilities());
        String said = offer.refusals().getOrDefault("pool", "");
        assertTrue(said.startsWith("No network interface has a subnet that holds 192.0.2.1"), said);
    }

    @Test
    void anAddressOfTheNodeItselfHindersNoOther() {
        Offer offer = Offer.of(table(device("eth0", 2, true, "192.0.2.7", 24)), plan("", "192.0.2.7", "192.0.2.8"));
        assertEquals(Map.of(IpAddress.of("192.0.2.8"), "eth0"), offer.devices());
        assertEquals(Set.of("pool", "not 192.0.2.7"), offer.capabilities());
        assertTrue(offer.refusals().getOrDefault("pool", "").contains("is an address of this machine itself"));
    }

    @Test
    void anAddressThatNoMachineMayHaveIsRefused() {
        Offer offer =
                Offer.of(table(device("eth0", 2, true, "192.0.2.1", 24)), plan("eth0", "240.0.0.10", "192.0.2.8"));
        assertEquals(Map.of(IpAddress.of("192.0.2.8"), "eth0"), offer.devices());
        assertEquals(Set.of("pool", "not 240.0.0.10"), offer.capabilities());
    }

    @Test
    void aRouteThatIsBeingLookedUpIsNoFault() {
        Offer offer = Offer.of(table(device("eth0", 2, true, "192.0.2.1", 24)), plan("can_reach:192.0.2.9"));
        assertEquals(new Offer(Map.of(), Map.of(), Set.of(), Map.of()), offer);
    }
}
