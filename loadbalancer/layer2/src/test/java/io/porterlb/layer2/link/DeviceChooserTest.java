package io.porterlb.layer2.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.address.Prefix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A machine with this table:
///
/// | interface | state | addresses |
/// | --- | --- | --- |
/// | lo 1 | not of Ethernet | 127.0.0.1/8 |
/// | wide 2 | | 192.0.2.1/24, 2001:db8::1/64 |
/// | narrow 3 | | 192.0.2.65/26 |
/// | second 4 | | 192.0.2.2/24 |
/// | down 5 | down | 198.51.100.1/24, 192.0.2.97/27 |
/// | cut 6 | without carrier | 203.0.113.1/24 |
/// | port 7 | a port of br0 | |
/// | bare 8 | | |
/// | many 9 | | 10.1.0.1/16, 10.2.0.1/16 |
/// | later 10 | | 203.0.113.2/25 |
/// | six 11 | | fe80::11/64 |
class DeviceChooserTest {
    private static final LinkTable TABLE = new LinkTable(
            List.of(
                    device("later", 10, "", "203.0.113.2/25"),
                    device("second", 4, "", "192.0.2.2/24"),
                    device("narrow", 3, "", "192.0.2.65/26"),
                    device("wide", 2, "", "192.0.2.1/24", "2001:db8::1/64"),
                    device("lo", 1, "other", "127.0.0.1/8"),
                    device("down", 5, "down", "198.51.100.1/24", "192.0.2.97/27"),
                    device("cut", 6, "cut", "203.0.113.1/24"),
                    device("port", 7, "port"),
                    device("bare", 8, ""),
                    device("many", 9, "", "10.1.0.1/16", "10.2.0.1/16"),
                    device("six", 11, "", "fe80::11/64")),
            Map.of(
                    IpAddress.of("8.8.8.8"), OptionalInt.of(4),
                    IpAddress.of("9.9.9.9"), OptionalInt.of(5),
                    IpAddress.of("7.7.7.7"), OptionalInt.of(12),
                    IpAddress.of("192.0.2.1"), OptionalInt.empty(),
                    IpAddress.of("2001:db8:9::1"), OptionalInt.of(2)));

    private static Device device(String name, int index, String state, String... addresses) {
        return new Device(
                name,
                index,
                !state.equals("down"),
                !state.equals("down") && !state.equals("cut"),
                !state.equals("other"),
                MacAddress.of("02:00:5e:00:53:01"),
                state.equals("port") ? Optional.of("br0") : Optional.empty(),
                Arrays.stream(addresses).map(DeviceChooserTest::assigned).toList());
    }

    private static AssignedAddress assigned(String text) {
        String[] parts = text.split("/", -1);
        IpAddress address = IpAddress.of(parts[0]);
        return new AssignedAddress(address, Prefix.containing(address, Integer.parseInt(parts[1])));
    }

    private static String chosen(String selector, String address) {
        return switch (DeviceChooser.choose(TABLE, Selector.parse(selector), IpAddress.of(address))) {
            case Choice.Chosen(var device) -> device.name();
            case Refusal refusal -> refusal.sentence();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, wide", // and second, which has a higher number
        "192.0.2.70, narrow", // and wide, whose subnet is wider
        "192.0.2.100, narrow", // and down, whose subnet is narrower
        "203.0.113.7, later", // and cut
        "2001:db8::7, wide",
        "10.1.2.3, many",
        "10.2.2.3, many"
    })
    void withoutSelectorTheLongestSubnetOfThoseThatWorkIsChosenAndThenTheLowestNumber(String address, String device) {
        assertEquals(device, chosen("", address));
    }

    @ParameterizedTest
    @CsvSource({
        "wide, 192.0.2.7, wide",
        "second, 192.0.2.70, second",
        "' wide ', 198.51.100.7, wide", // a subnet of the router's alone
        "six, 2001:db8::7, six",
        "can_reach:8.8.8.8, 192.0.2.7, second",
        "can_reach: 8.8.8.8, 192.0.2.70, second",
        "can_reach:2001:db8:9::1, 192.0.2.7, wide"
    })
    void interfaceThatIsNamedOrOnTheRouteIsChosenWhateverItsSubnets(String selector, String address, String device) {
        assertEquals(device, chosen(selector, address));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "|172.16.0.1|No network interface has a subnet that holds 172.16.0.1; give one an address of that subnet, or name the interface.",
                "|2001:db8:1::1|No network interface has a subnet that holds 2001:db8:1::1; give one an address of that subnet, or name the interface.",
                "|198.51.100.7|The network interface down is down.",
                "|203.0.113.200|The network interface cut has no carrier.",
                "|127.0.0.2|127.0.0.2 is an address that no machine can have on a link (RFC 6890); take it out of the range.",
                "wide|240.0.0.7|240.0.0.7 is an address that no machine can have on a link (RFC 6890); take it out of the range.",
                "wide|ff05::7|ff05::7 is an address that no machine can have on a link (RFC 6890); take it out of the range.",
                "|192.0.2.2|192.0.2.2 is an address of this machine itself, on second; take it out of the range.",
                "wide|198.51.100.1|198.51.100.1 is an address of this machine itself, on down; take it out of the range.",
                "can_reach:8.8.8.8|2001:db8::1|2001:db8::1 is an address of this machine itself, on wide; take it out of the range.",
                "eth9|192.0.2.7|There is no network interface eth9.",
                "down|192.0.2.7|The network interface down is down.",
                "cut|192.0.2.7|The network interface cut has no carrier.",
                "lo|192.0.2.7|The network interface lo is not of Ethernet, or has ARP turned off.",
                "port|192.0.2.7|The network interface port is a port of br0, which has to be named instead.",
                "narrow|2001:db8::7|The network interface narrow has no IPv6 address, so 2001:db8::7 can't be answered for there; give it one, or name another interface.",
                "six|192.0.2.7|The network interface six has no IPv4 address, so 192.0.2.7 can't be answered for there; give it one, or name another interface.",
                "can_reach:router|192.0.2.7|'router' behind can_reach: is not an IP address; write one of another machine, such as the router's.",
                "can_reach:|192.0.2.7|'' behind can_reach: is not an IP address; write one of another machine, such as the router's.",
                "can_reach:192.0.2.1|192.0.2.7|There is no route from this machine to 192.0.2.1; write an address that can be reached.",
                "can_reach:7.7.7.7|192.0.2.7|There is no route from this machine to 7.7.7.7; write an address that can be reached.",
                "can_reach:6.6.6.6|192.0.2.7|The route to 6.6.6.6 is being looked up.",
                "can_reach:9.9.9.9|192.0.2.7|The network interface down is down.",
                "can_reach:8.8.8.8|2001:db8::7|The network interface second has no IPv6 address, so 2001:db8::7 can't be answered for there; give it one, or name another interface."
            })
    void whatCannotWorkIsRefusedInASentence(String selector, String address, String sentence) {
        assertEquals(sentence, chosen(selector == null ? "" : selector, address));
    }
}
