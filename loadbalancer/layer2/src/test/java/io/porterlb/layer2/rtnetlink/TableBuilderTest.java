package io.porterlb.layer2.rtnetlink;

import static io.porterlb.layer2.rtnetlink.Octets.attribute;
import static io.porterlb.layer2.rtnetlink.Octets.half;
import static io.porterlb.layer2.rtnetlink.Octets.join;
import static io.porterlb.layer2.rtnetlink.Octets.message;
import static io.porterlb.layer2.rtnetlink.Octets.number;
import static io.porterlb.layer2.rtnetlink.Octets.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.address.Prefix;
import io.porterlb.layer2.link.AssignedAddress;
import io.porterlb.layer2.link.Device;
import io.porterlb.layer2.link.LinkTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableBuilderTest {
    private static final int UP = 0x1;
    private static final int RUNNING = 0x40;
    private static final int NO_ARP = 0x80;
    private static final int ETHER = 1;
    private static final int LOOPBACK = 772;
    private static final MacAddress MAC = MacAddress.of("02:00:5e:00:53:01");
    private static final byte[] MAC_ATTRIBUTE = attribute(1, MAC.toOctets());

    private static byte[] link(int index, int hardware, int flags, String name, byte[]... more) {
        byte[] header = join(half(0), half(hardware), number(index), number(flags), number(0));
        return message(16, 2, header, join(attribute(3, text(name)), join(more)));
    }

    private static byte[] port(int master, String kind) {
        int nested = 0x8000;
        return join(attribute(10, number(master)), attribute(18 | nested, attribute(4, text(kind))));
    }

    private static byte[] address(int index, int length, byte[]... attributes) {
        byte[] header = join(new byte[] {0, (byte) length, 0, 0}, number(index));
        return message(20, 2, header, attributes);
    }

    private static byte[] octets(String address) {
        return IpAddress.of(address).toOctets();
    }

    private static LinkTable table(byte[] links, byte[] addresses) {
        return TableBuilder.build(
                NetlinkMessage.readAll(links), NetlinkMessage.readAll(addresses), Map.of(), Set.of("proxy0"));
    }

    private static Optional<Device> device(byte[]... links) {
        return table(join(links), new byte[0]).named("eth0");
    }

    @Test
    void interfaceHasItsNameNumberStateAndMacAddress() {
        Device expected = new Device("eth0", 7, true, true, true, MAC, Optional.empty(), List.of());
        assertEquals(Optional.of(expected), device(link(7, ETHER, UP | RUNNING, "eth0", MAC_ATTRIBUTE)));
    }

    @Test
    void interfaceMayBeDownOrWithoutCarrier() {
        assertEquals(
                Optional.of("is down"),
                device(link(7, ETHER, 0, "eth0")).orElseThrow().fault());
        assertEquals(
                Optional.of("has no carrier"),
                device(link(7, ETHER, UP, "eth0")).orElseThrow().fault());
    }

    @Test
    void interfaceOfAnotherKindOrWithoutArpIsNotOfEthernet() {
        assertFalse(
                device(link(7, LOOPBACK, UP | RUNNING, "eth0")).orElseThrow().ethernet());
        assertFalse(device(link(7, ETHER, UP | RUNNING | NO_ARP, "eth0"))
                .orElseThrow()
                .ethernet());
    }

    @Test
    void portOfABridgeOrBondNamesItAndOneOfAVrfIsNone() {
        byte[] master = link(9, ETHER, UP | RUNNING, "br0");
        assertEquals(
                Optional.of("br0"),
                device(link(7, ETHER, UP, "eth0", port(9, "bridge")), master)
                        .orElseThrow()
                        .portOf());
        assertEquals(
                Optional.empty(),
                device(link(7, ETHER, UP, "eth0", port(9, "vrf")), master)
                        .orElseThrow()
                        .portOf());
    }

    @Test
    void addressesOfBothFamiliesBelongToTheirInterface() {
        byte[] v4 = address(7, 24, attribute(1, octets("192.0.2.1")), attribute(2, octets("192.0.2.1")));
        byte[] v6 = address(7, 64, attribute(1, octets("2001:db8::1")));
        byte[] other = address(8, 24, attribute(1, octets("198.51.100.1")), attribute(2, octets("198.51.100.1")));
        LinkTable table = table(join(link(7, ETHER, UP, "eth0"), link(8, ETHER, UP, "eth1")), join(v4, other, v6));
        assertEquals(
                List.of(assigned("192.0.2.1", "192.0.2.0", 24), assigned("2001:db8::1", "2001:db8::", 64)),
                table.named("eth0").orElseThrow().addresses());
    }

    @Test
    void subnetOfAPointToPointLinkIsThatOfTheOtherEnd() {
        byte[] v4 = address(7, 32, attribute(1, octets("192.0.2.9")), attribute(2, octets("198.51.100.1")));
        assertEquals(
                List.of(assigned("198.51.100.1", "192.0.2.9", 32)),
                table(link(7, ETHER, UP, "eth0"), v4)
                        .named("eth0")
                        .orElseThrow()
                        .addresses());
    }

    private static AssignedAddress assigned(String address, String subnet, int length) {
        return new AssignedAddress(IpAddress.of(address), new Prefix(IpAddress.of(subnet), length));
    }

    @Test
    void interfaceThatIsLeftOutHasNoAddressEither() {
        byte[] v4 = address(7, 32, attribute(1, octets("192.0.2.1")), attribute(2, octets("192.0.2.1")));
        LinkTable table = table(link(7, ETHER, UP, "proxy0"), v4);
        assertEquals(List.of(), table.devices());
        assertEquals(Optional.empty(), table.owner(IpAddress.of("192.0.2.1")));
    }

    @Test
    void routeToAnotherMachineHasAnInterface() {
        byte[] unicast = {2, 32, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
        byte[] local = {2, 32, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0};
        assertEquals(OptionalInt.of(7), route(message(24, 0, unicast, attribute(4, number(7)))));
        assertEquals(OptionalInt.empty(), route(message(24, 0, local, attribute(4, number(1)))));
        assertEquals(OptionalInt.empty(), route(message(2, 0, join(number(-101), new byte[16]))));
    }

    private static OptionalInt route(byte[] octets) {
        return RouteMessage.device(NetlinkMessage.readAll(octets).getFirst());
    }

    @Test
    void endOfADumpAndItsErrorsAndInterruptionsAreSeen() {
        List<NetlinkMessage> all = NetlinkMessage.readAll(
                join(link(7, ETHER, UP, "eth0"), message(20, 0x12, new byte[8]), message(3, 2, number(-12))));
        assertEquals(List.of(16, 20, 3), all.stream().map(NetlinkMessage::type).toList());
        assertEquals(
                List.of(false, false, true),
                all.stream().map(NetlinkMessage::isLast).toList());
        assertEquals(List.of(0, 0, 12), all.stream().map(NetlinkMessage::errno).toList());
        assertTrue(all.get(1).isInterrupted());
        assertFalse(all.getLast().isInterrupted());
    }

    @Test
    void messageThatIsCutOffIsNotRead() {
        byte[] whole = link(7, ETHER, UP, "eth0");
        byte[] cut = Arrays.copyOf(whole, whole.length - 4);
        assertThrows(IndexOutOfBoundsException.class, () -> NetlinkMessage.readAll(cut));
    }
}
