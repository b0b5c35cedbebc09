package io.porterlb.bgp.wire;

import static io.porterlb.bgp.wire.Updates.EXTERNAL;
import static io.porterlb.bgp.wire.Updates.GOOD;
import static io.porterlb.bgp.wire.Updates.INTERNAL;
import static io.porterlb.bgp.wire.Updates.NARROW;
import static io.porterlb.bgp.wire.Updates.NEXT_HOP;
import static io.porterlb.bgp.wire.Updates.NLRI;
import static io.porterlb.bgp.wire.Updates.ORIGIN;
import static io.porterlb.bgp.wire.Updates.assertReset;
import static io.porterlb.bgp.wire.Updates.ok;
import static io.porterlb.bgp.wire.Updates.read;
import static io.porterlb.bgp.wire.Updates.readBody;
import static io.porterlb.bgp.wire.fault.FaultAction.DISCARD;
import static io.porterlb.bgp.wire.fault.FaultAction.WITHDRAW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.wire.attribute.As4Path;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.attribute.Origin;
import io.porterlb.bgp.wire.attribute.UnknownAttribute;
import io.porterlb.bgp.wire.fault.FaultAction;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Octets;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What RFC 7606 asks for, fault by fault.
class UpdateFaultsTest {
    private static final Prefix PREFIX = Prefix.host(IpAddress.of("203.0.113.5"));

    private static void assertAction(FaultAction action, String attributes, CodecContext context) {
        ReadResult.Faulty faulty = assertInstanceOf(ReadResult.Faulty.class, read("", attributes, NLRI, context));
        assertEquals(action, faulty.action(), faulty.toString());
        List<PathPrefix> withdrawn = action == WITHDRAW ? List.of(PathPrefix.of(PREFIX)) : List.of();
        assertEquals(withdrawn, faulty.update().withdrawn());
        assertEquals(
                action == WITHDRAW ? List.of() : List.of(PathPrefix.of(PREFIX)),
                faulty.update().announced());
    }

    @ParameterizedTest
    @CsvSource({
        "ORIGIN 3,              40 01 01 03, 40 02 00, 40 03 04 c0000201",
        "ORIGIN too long,       40 01 02 0000, 40 02 00, 40 03 04 c0000201",
        "ORIGIN optional,       c0 01 01 00, 40 02 00, 40 03 04 c0000201",
        "segment type 5,        40 01 01 00, 40 02 06 05 01 0000fde9, 40 03 04 c0000201",
        "AS_SET,                40 01 01 00, 40 02 06 01 01 0000fde9, 40 03 04 c0000201",
        "AS_CONFED_SEQUENCE,    40 01 01 00, 40 02 06 03 01 0000fde9, 40 03 04 c0000201",
        "AS_CONFED_SET,         40 01 01 00, 40 02 06 04 01 0000fde9, 40 03 04 c0000201",
        "empty segment,         40 01 01 00, 40 02 02 02 00, 40 03 04 c0000201",
        "segment overrun,       40 01 01 00, 40 02 06 02 02 0000fde9, 40 03 04 c0000201",
        "half segment header,   40 01 01 00, 40 02 01 02, 40 03 04 c0000201",
        "AS 0,                  40 01 01 00, 40 02 06 02 01 00000000, 40 03 04 c0000201",
        "NEXT_HOP of 5 octets,  40 01 01 00, 40 02 00, 40 03 05 c000020101",
        "NEXT_HOP 0.0.0.0,      40 01 01 00, 40 02 00, 40 03 04 00000000",
        "NEXT_HOP multicast,    40 01 01 00, 40 02 00, 40 03 04 e0000001",
        "no ORIGIN,             40 02 00, 40 03 04 c0000201, 80 04 04 00000000",
        "no AS_PATH,            40 01 01 00, 40 03 04 c0000201, 80 04 04 00000000",
        "no NEXT_HOP,           40 01 01 00, 40 02 00, 80 04 04 00000000",
    })
    void mandatoryAttributeWithAFaultWithdraws(String fault, String first, String second, String third) {
        assertAction(WITHDRAW, first + second + third, EXTERNAL);
    }

    @ParameterizedTest
    @CsvSource({
        "MED of 3 octets,          80 04 03 000000",
        "MED transitive,           c0 04 04 00000000",
        "COMMUNITIES empty,        c0 08 00",
        "COMMUNITIES of 5 octets,  c0 08 05 0000000000",
        "attribute past the end,   c0 08 09 00000000",
        "header cut off,           c0 08",
        "extended header cut off,  d0 08 00",
        "AGGREGATOR flags,         40 07 08 0000fde9c0000201",
        "ATOMIC_AGGREGATE flags,   c0 06 00",
        "extended of 9 octets,     c0 10 09 000000000000000000",
        "extended empty,           c0 10 00",
        "extended flags,           80 10 08 0000000000000000",
        "large of 8 octets,        c0 20 08 0000000000000000",
        "large empty,              c0 20 00",
        "large flags,              80 20 0c 000000000000000000000000",
        "OTC of 3 octets,          c0 23 03 00fde9",
        "OTC flags,                80 23 04 0000fde9",
    })
    void optionalAttributeWithAFaultWithdraws(String fault, String attribute) {
        assertAction(WITHDRAW, GOOD + attribute, EXTERNAL);
    }

    @ParameterizedTest
    @CsvSource({
        "ATOMIC_AGGREGATE with a value,     40 06 01 00",
        "AGGREGATOR of 6 octets,            c0 07 06 fde9c0000201",
        "LOCAL_PREF from an external peer,  40 05 04 00000064",
        "the same and malformed,            40 05 01 00",
        "the same with wrong flags,         c0 05 04 00000064",
        "ORIGINATOR_ID from it,             80 09 04 c0000201",
        "CLUSTER_LIST from it,              80 0a 01 00",
        "AGGREGATOR with AS 0,              c0 07 08 00000000c0000201",
        "AS4_AGGREGATOR from a wide peer,   c0 12 08 0000fde9c0000201",
        "route of a family not agreed on,   80 0e 15 0002 01 10 20010db8000000000000000000000001 00",
        "its prefix is none,                80 0f 04 0002 01 ff",
        "AS4_PATH from a wide peer,         c0 11 06 02 01 0000fde9",
        "ORIGIN twice,                      40 01 01 02",
        "unknown attribute twice,           80 63 01 2a 80 63 01 2a",
    })
    void faultThatOnlyDiscards(String fault, String attribute) {
        assertAction(DISCARD, GOOD + attribute, EXTERNAL);
    }

    @Test
    void as4FaultsFromANarrowPeerDiscard() {
        String good = ORIGIN + "40 02 04 02 01 fde9" + NEXT_HOP;
        assertAction(DISCARD, good + "c0 11 05 02 01 0000fd", NARROW);
        assertAction(DISCARD, good + "c0 11 04 02 00 0202", NARROW);
        assertAction(DISCARD, good + "c0 11 06 03 01 0000fde9", NARROW); // nothing is left of it
        assertAction(DISCARD, good + "c0 11 06 05 01 0000fde9", NARROW);
        assertAction(DISCARD, good + "c0 11 06 02 01 00000000", NARROW);
        assertAction(DISCARD, good + "c0 12 04 0000fde9", NARROW);
        assertAction(DISCARD, good + "c0 12 08 00000000c0000201", NARROW);
    }

    /// RFC 9774 3 and RFC 6793 6.
    @Test
    void setInAs4PathWithdrawsAndConfederationSegmentsAreLeftOut() {
        String good = ORIGIN + "40 02 04 02 01 fde9" + NEXT_HOP;
        assertAction(WITHDRAW, good + "c0 11 06 01 01 0000fde9", NARROW);
        Update update = ok(read("", good + "c0 11 0c 03 01 0000fde8 02 01 0000fde9", NLRI, NARROW));
        assertEquals(
                new As4Path(List.of(AsPathSegment.sequence(65001L))),
                update.attributes().getLast());
    }

    @Test
    void equalLargeCommunitiesAreOne() {
        String one = "0000fde8 00000001 00000002 ";
        Update update = ok(read("", GOOD + "c0 20 24" + one + "0000fde8 00000001 00000003" + one, NLRI, EXTERNAL));
        assertEquals("65000:1:2 65000:1:3", update.attributes().getLast().words());
    }

    @ParameterizedTest
    @CsvSource({
        "ORIGINATOR_ID of 3 octets,  80 09 03 c00002",
        "CLUSTER_LIST of 6 octets,   80 0a 06 c00002010000",
        "CLUSTER_LIST empty,         80 0a 00",
        "ORIGINATOR_ID flags,        c0 09 04 c0000201",
    })
    void reflectionAttributeOfAnInternalPeerWithAFaultWithdraws(String fault, String attribute) {
        assertAction(WITHDRAW, GOOD + "40 05 04 00000064" + attribute, INTERNAL);
    }

    @Test
    void internalPeerMustSendLocalPref() {
        assertAction(WITHDRAW, GOOD, INTERNAL);
        assertAction(WITHDRAW, GOOD + "40 05 03 000064", INTERNAL);
        assertInstanceOf(ReadResult.Ok.class, read("", GOOD + "40 05 04 00000064", NLRI, INTERNAL));
    }

    @Test
    void strongestActionWins() {
        assertAction(WITHDRAW, GOOD + "40 06 01 00" + "80 04 01 00", EXTERNAL);
        assertReset(
                NotificationCode.UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE,
                read("", GOOD + "80 04 01 00" + "40 63 01 00", NLRI, EXTERNAL));
    }

    @Test
    void firstOfTwoCounts() {
        ReadResult.Faulty faulty =
                assertInstanceOf(ReadResult.Faulty.class, read("", GOOD + "40 01 01 02", NLRI, EXTERNAL));
        assertEquals(Origin.IGP, faulty.update().attributes().getFirst());
    }

    @Test
    void unknownOptionalTransitiveIsKeptAsPartial() {
        ReadResult.Ok ok = assertInstanceOf(ReadResult.Ok.class, read("", GOOD + "c0 63 01 2a", NLRI, EXTERNAL));
        Update update = assertInstanceOf(Update.class, ok.message());
        assertEquals(
                new UnknownAttribute(0xe0, 0x63, Octets.of((byte) 0x2a)),
                update.attributes().getLast());
    }

    @Test
    void unknownOptionalNonTransitiveIsIgnored() {
        ReadResult.Ok ok = assertInstanceOf(ReadResult.Ok.class, read("", GOOD + "80 63 01 2a", NLRI, EXTERNAL));
        assertEquals(
                3, assertInstanceOf(Update.class, ok.message()).attributes().size());
    }

    @Test
    void withdrawalNeedsNoAttributes() {
        assertInstanceOf(ReadResult.Ok.class, read(NLRI, "", "", EXTERNAL));
    }

    @Test
    void lengthsBeyondTheMessageReset() {
        assertReset(NotificationCode.MALFORMED_ATTRIBUTE_LIST, readBody("0003 0000", EXTERNAL));
        assertReset(NotificationCode.MALFORMED_ATTRIBUTE_LIST, readBody("0000 0001", EXTERNAL));
    }

    @Test
    void prefixThatIsNoneResets() {
        assertReset(NotificationCode.INVALID_NETWORK_FIELD, read("", GOOD, "21 cb00710500", EXTERNAL));
        assertReset(NotificationCode.INVALID_NETWORK_FIELD, read("", GOOD, "20 cb0071", EXTERNAL));
        assertReset(NotificationCode.INVALID_NETWORK_FIELD, read("18 c633", "", "", EXTERNAL));
    }

    @Test
    void bitsAfterThePrefixMeanNothing() {
        ReadResult.Ok ok = assertInstanceOf(ReadResult.Ok.class, read("", GOOD, "09 0aff", EXTERNAL));
        assertEquals(
                List.of(PathPrefix.of(new Prefix(IpAddress.of("10.128.0.0"), 9))),
                assertInstanceOf(Update.class, ok.message()).announced());
    }
}
