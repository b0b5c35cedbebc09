package io.porterlb.bgp.wire;

import static io.porterlb.bgp.wire.Updates.AS_PATH;
import static io.porterlb.bgp.wire.Updates.BOTH;
import static io.porterlb.bgp.wire.Updates.GOOD;
import static io.porterlb.bgp.wire.Updates.NLRI;
import static io.porterlb.bgp.wire.Updates.ORIGIN;
import static io.porterlb.bgp.wire.Updates.assertReset;
import static io.porterlb.bgp.wire.Updates.ok;
import static io.porterlb.bgp.wire.Updates.read;
import static io.porterlb.bgp.wire.fault.FaultAction.DISCARD;
import static io.porterlb.bgp.wire.fault.FaultAction.WITHDRAW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.wire.attribute.MpUnreachNlri;
import io.porterlb.bgp.wire.attribute.UnknownAttribute;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Octets;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What RFC 7606 asks for where prefixes are in attributes, or of families that were not agreed on.
class MultiprotocolFaultsTest {
    private static final String MP_REACH = "80 0e 1c 0002 01 10 20010db8000000000000000000000001 00 30 20010db80007";
    private static final MpUnreachNlri WITHDRAWN = new MpUnreachNlri(
            AddressFamily.IPV6_UNICAST, List.of(PathPrefix.of(new Prefix(IpAddress.of("2001:db8:7::"), 48))));

    @ParameterizedTest
    @CsvSource({
        "MP_REACH_NLRI,    80 0e 15 00020110 20010db8000000000000000000000001 00",
        "MP_UNREACH_NLRI,  80 0f 03 000201",
    })
    void multiprotocolAttributeThatIsThereTwiceResets(String name, String attribute) {
        assertInstanceOf(ReadResult.Ok.class, read("", GOOD + attribute, NLRI, BOTH));
        assertReset(NotificationCode.MALFORMED_ATTRIBUTE_LIST, read("", GOOD + attribute + attribute, NLRI, BOTH));
        assertReset(NotificationCode.MALFORMED_ATTRIBUTE_LIST, read("", attribute + attribute, "", BOTH));
    }

    /// RFC 7606 7.11 and 5.3: then nobody knows which prefixes are meant.
    @ParameterizedTest
    @CsvSource({
        "header cut off,              80 0e 04 0002 01 00",
        "IPv6 next hop of 4 octets,   80 0e 09 0002 01 04 c0000201 00",
        "IPv6 next hop of 15 octets,  80 0e 14 0002 01 0f 20010db80000000000000000000000 00",
        "no next hop,                 80 0e 05 0002 01 00 00",
        "IPv4 routes over IPv6,       80 0e 15 0001 01 10 20010db8000000000000000000000001 00",
        "next hop past the end,       80 0e 15 0002 01 20 20010db8000000000000000000000001 00",
        "no reserved octet,           80 0e 14 0002 01 10 20010db8000000000000000000000001",
        "prefix of 129 bits,          80 0e 16 0002 01 10 20010db8000000000000000000000001 00 81",
        "prefix past the end,         80 0e 17 0002 01 10 20010db8000000000000000000000001 00 10 20",
        "withdrawn header cut off,    80 0f 02 0002",
        "withdrawn prefix,            80 0f 05 0002 01 81 20",
        "attribute past the end,      80 0e 20 0002 01",
        "the other past the end,      80 0f 20 0002 01",
        "header cut off,              90 0e 00",
    })
    void multiprotocolAttributeThatCannotBeReadResets(String fault, String attribute) {
        ReadResult result = read("", GOOD + attribute, NLRI, BOTH);
        assertInstanceOf(ReadResult.Refused.class, result);
    }

    /// RFC 7606 5.1: they are withdrawn whatever else is wrong, before or behind them.
    @ParameterizedTest
    @CsvSource({
        "next hop ::,          40 01 01 00, 40 02 00, "
                + "80 0e 1c 0002 01 10 00000000000000000000000000000000 00 30 20010db80007",
        "next hop ff02::1,     40 01 01 00, 40 02 00, "
                + "80 0e 1c 0002 01 10 ff020000000000000000000000000001 00 30 20010db80007",
        "wrong flags,          40 01 01 00, 40 02 00, "
                + "c0 0e 1c 0002 01 10 20010db8000000000000000000000001 00 30 20010db80007",
        "no ORIGIN,            40 02 00, '', " + MP_REACH,
        "no AS_PATH,           40 01 01 00, '', " + MP_REACH,
        "malformed AS_PATH,    40 01 01 00, 40 02 01 02, " + MP_REACH,
    })
    void routesOfMpReachNlriAreWithdrawn(String fault, String first, String second, String reach) {
        ReadResult result = read("", first + second + reach, "", BOTH);
        ReadResult.Faulty faulty = assertInstanceOf(ReadResult.Faulty.class, result);
        assertEquals(WITHDRAW, faulty.action(), faulty.toString());
        assertEquals(List.of(WITHDRAWN), faulty.update().attributes());
    }

    @Test
    void classicRoutesAndThoseOfMpReachNlriAreWithdrawnTogether() {
        String unreach = "80 0f 0a 0002 01 30 20010db80007";
        ReadResult result = read("18 c63364", MP_REACH + GOOD + unreach + "c0 08 09", NLRI, BOTH);
        Update update = assertInstanceOf(ReadResult.Faulty.class, result).update();
        assertEquals(2, update.withdrawn().size());
        assertEquals(List.of(WITHDRAWN, WITHDRAWN), update.attributes());
    }

    @Test
    void mpReachNlriAloneNeedsNoNextHop() {
        assertEquals(
                3,
                ok(read("", MP_REACH + ORIGIN + AS_PATH, "", BOTH)).attributes().size());
        assertEquals(
                WITHDRAW,
                assertInstanceOf(ReadResult.Faulty.class, read("", MP_REACH + ORIGIN + AS_PATH, NLRI, BOTH))
                        .action());
    }

    @Test
    void withdrawalByAttributeNeedsNoOtherAttribute() {
        assertEquals(
                List.of(WITHDRAWN),
                ok(read("", "80 0f 0a 0002 01 30 20010db80007", "", BOTH)).attributes());
        ReadResult wrongFlags = read("", "40 0f 0a 0002 01 30 20010db80007", "", BOTH);
        assertEquals(
                List.of(WITHDRAWN),
                assertInstanceOf(ReadResult.Faulty.class, wrongFlags).update().attributes());
    }

    /// RFC 7606 5.2.
    @Test
    void faultBesideNoPrefixAtAllResets() {
        assertReset(NotificationCode.OPTIONAL_ATTRIBUTE_ERROR, read("", GOOD + "c0 08 00", "", BOTH));
        assertReset(NotificationCode.OPTIONAL_ATTRIBUTE_ERROR, read("18 c63364", "c0 08 00", "", BOTH));
        assertReset(NotificationCode.ATTRIBUTE_LENGTH_ERROR, read("", GOOD + "c0 08 09", "", BOTH));
        assertInstanceOf(ReadResult.Faulty.class, read("", GOOD + "40 06 01 00", "", BOTH)); // discarded only
        assertInstanceOf(ReadResult.Ok.class, read("", GOOD, "", BOTH));
    }

    @Test
    void routesOfAnUnknownFamilyAreKeptAsOctetsAndDoNoHarm() {
        String evpn = "80 0e 0b 0019 46 04 c0000201 00 0203";
        Update update = ok(read("", GOOD + evpn, "", BOTH));
        assertEquals(
                new UnknownAttribute(0x80, 14, Octets.of(Hex.bytes("0019 46 04 c0000201 00 0203"))),
                update.attributes().getLast());
        ReadResult broken = read("", GOOD + evpn + "c0 08 00", "", BOTH);
        assertEquals(WITHDRAW, assertInstanceOf(ReadResult.Faulty.class, broken).action());
    }

    @Test
    void classicRoutesThatWereNotAgreedOnAreIgnored() {
        CodecContext ipv6 = CodecContext.of(true, true, Set.of(AddressFamily.IPV6_UNICAST));
        ReadResult.Faulty faulty = assertInstanceOf(ReadResult.Faulty.class, read("18 c63364", GOOD, NLRI, ipv6));
        assertEquals(DISCARD, faulty.action());
        assertEquals(List.of(), faulty.update().announced());
        assertEquals(List.of(), faulty.update().withdrawn());
    }

    @Test
    void pathIdentifierThatIsCutOffResets() {
        Set<AddressFamily> ipv4 = Set.of(AddressFamily.IPV4_UNICAST);
        CodecContext addPath = new CodecContext(true, true, ipv4, ipv4, Set.of(), false);
        assertReset(NotificationCode.INVALID_NETWORK_FIELD, read("", GOOD, "00000001", addPath));
        assertReset(NotificationCode.INVALID_NETWORK_FIELD, read("", GOOD, NLRI, addPath));
        assertReset(NotificationCode.INVALID_NETWORK_FIELD, read("000000", "", "", addPath));
    }
}
