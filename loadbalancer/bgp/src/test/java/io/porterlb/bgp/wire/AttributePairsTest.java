package io.porterlb.bgp.wire;

import static io.porterlb.bgp.wire.value.AddressFamily.IPV4_UNICAST;
import static io.porterlb.bgp.wire.value.AddressFamily.IPV6_UNICAST;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.wire.attribute.Aggregator;
import io.porterlb.bgp.wire.attribute.As4Aggregator;
import io.porterlb.bgp.wire.attribute.As4Path;
import io.porterlb.bgp.wire.attribute.AsPath;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.attribute.AtomicAggregate;
import io.porterlb.bgp.wire.attribute.AttributeReader;
import io.porterlb.bgp.wire.attribute.AttributeWriter;
import io.porterlb.bgp.wire.attribute.ClusterList;
import io.porterlb.bgp.wire.attribute.Communities;
import io.porterlb.bgp.wire.attribute.ExtendedCommunities;
import io.porterlb.bgp.wire.attribute.LargeCommunities;
import io.porterlb.bgp.wire.attribute.LocalPref;
import io.porterlb.bgp.wire.attribute.MpReachNlri;
import io.porterlb.bgp.wire.attribute.MpUnreachNlri;
import io.porterlb.bgp.wire.attribute.MultiExitDisc;
import io.porterlb.bgp.wire.attribute.NextHop;
import io.porterlb.bgp.wire.attribute.OnlyToCustomer;
import io.porterlb.bgp.wire.attribute.Origin;
import io.porterlb.bgp.wire.attribute.OriginatorId;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.attribute.UnknownAttribute;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Octets;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every path attribute: octets and a value that are the same, and the value in words.
class AttributePairsTest {
    private static final Set<AddressFamily> FAMILIES = Set.of(IPV4_UNICAST, IPV6_UNICAST);

    /// Internal, so that nothing is unwanted.
    private static final CodecContext WIDE = new CodecContext(true, false, FAMILIES, Set.of(), Set.of(), true);

    private static final CodecContext NARROW = new CodecContext(false, false, FAMILIES, Set.of(), Set.of(), true);
    private static final IpAddress ROUTER = IpAddress.of("192.0.2.1");
    private static final IpAddress IPV6_ROUTER = IpAddress.of("2001:db8::1");
    private static final PathPrefix IPV6 = PathPrefix.of(new Prefix(IpAddress.of("2001:db8:7::"), 48));
    private static final PathPrefix IPV4 = PathPrefix.of(Prefix.host(IpAddress.of("203.0.113.5")));

    record Pair(String hex, PathAttribute attribute, String words, CodecContext context) {
        @Override
        public String toString() {
            return attribute.getClass().getSimpleName() + " " + words;
        }
    }

    private static Pair wide(String hex, PathAttribute attribute, String words) {
        return new Pair(hex, attribute, words, WIDE);
    }

    private static Pair narrow(String hex, PathAttribute attribute, String words) {
        return new Pair(hex, attribute, words, NARROW);
    }

    static Stream<Pair> pairs() {
        return Stream.of(classic(), communities(), reflection(), multiprotocol(), twoOctetNumbers())
                .flatMap(each -> each);
    }

    private static Stream<Pair> classic() {
        return Stream.of(
                wide("40 01 01 01", Origin.EGP, "EGP"),
                wide("40 02 00", AsPath.EMPTY, ""),
                wide(
                        """
                        40 02 14
                        02 02 0000fde9 fffffffe # sequence of two
                        02 02 00000001 00000001 # and of two more
                        """,
                        new AsPath(
                                List.of(AsPathSegment.sequence(65001L, 4294967294L), AsPathSegment.sequence(1L, 1L))),
                        "65001 4294967294 1 1"),
                wide("40 03 04 c0000201", new NextHop(ROUTER), "192.0.2.1"),
                wide("80 04 04 ffffffff", new MultiExitDisc(4294967295L), "4294967295"),
                wide("40 05 04 00000064", new LocalPref(100), "100"),
                wide("40 06 00", new AtomicAggregate(), ""),
                wide("c0 07 08 fffffffe c0000201", new Aggregator(4294967294L, ROUTER), "4294967294 192.0.2.1"),
                wide("c0 23 04 0000fde9", new OnlyToCustomer(65001), "65001"),
                wide("e0 1a 02 abcd", new UnknownAttribute(0xe0, 26, Octets.of((byte) 0xab, (byte) 0xcd)), "abcd"));
    }

    private static Stream<Pair> communities() {
        return Stream.of(
                wide(
                        "c0 08 08 fde80001 ffffff01",
                        new Communities(List.of(0xfde80001, 0xffffff01)),
                        "65000:1 65535:65281"),
                wide(
                        """
                        c0 10 10
                        0002 fde8 00000064  # route target 65000:100
                        4004 fde9 4cbebc20  # link bandwidth of AS 65001, 10^8 octets per second
                        """,
                        new ExtendedCommunities(List.of(0x0002_fde8_0000_0064L, 0x4004_fde9_4cbe_bc20L)),
                        "0x0002fde800000064 0x4004fde94cbebc20"),
                wide(
                        "c0 20 18 0000fde8 00000001 ffffffff 00000000 00000000 00000000",
                        new LargeCommunities(List.of(
                                new LargeCommunities.Value(65000, 1, 4294967295L),
                                new LargeCommunities.Value(0, 0, 0))),
                        "65000:1:4294967295 0:0:0"));
    }

    private static Stream<Pair> reflection() {
        return Stream.of(
                wide("80 09 04 c0000201", new OriginatorId(ROUTER), "192.0.2.1"),
                wide(
                        "80 0a 08 c0000201 00000001",
                        new ClusterList(List.of(ROUTER, IpAddress.of("0.0.0.1"))),
                        "192.0.2.1 0.0.0.1"));
    }

    private static Stream<Pair> multiprotocol() {
        return Stream.of(
                wide(
                        """
                        80 0e 1c 0002 01    # IPv6 unicast
                        10 20010db8000000000000000000000001
                        00                  # reserved
                        30 20010db80007
                        """,
                        new MpReachNlri(IPV6_UNICAST, List.of(IPV6_ROUTER), List.of(IPV6)),
                        "2001:db8:7::/48 via 2001:db8::1"),
                wide(
                        """
                        80 0e 2c 0002 01
                        20 20010db8000000000000000000000001 fe800000000000000000000000000001
                        00
                        30 20010db80007
                        """,
                        new MpReachNlri(IPV6_UNICAST, List.of(IPV6_ROUTER, IpAddress.of("fe80::1")), List.of(IPV6)),
                        "2001:db8:7::/48 via 2001:db8::1 fe80::1"),
                wide(
                        """
                        80 0e 1a 0001 01    # IPv4 unicast with a next hop of IPv6
                        10 20010db8000000000000000000000001
                        00
                        20 cb007105
                        """,
                        new MpReachNlri(IPV4_UNICAST, List.of(IPV6_ROUTER), List.of(IPV4)),
                        "203.0.113.5/32 via 2001:db8::1"),
                wide(
                        "80 0e 0e 0001 01 04 c0000201 00 20 cb007105",
                        new MpReachNlri(IPV4_UNICAST, List.of(ROUTER), List.of(IPV4)),
                        "203.0.113.5/32 via 192.0.2.1"),
                wide("80 0f 03 0002 01", new MpUnreachNlri(IPV6_UNICAST, List.of()), ""),
                wide(
                        "80 0f 0a 0002 01 30 20010db80007",
                        new MpUnreachNlri(IPV6_UNICAST, List.of(IPV6)),
                        "2001:db8:7::/48"),
                wide(
                        "80 0f 05 0019 46 0102", // EVPN
                        new UnknownAttribute(0x80, 15, Octets.of(Hex.bytes("0019 46 0102"))),
                        "0019460102"));
    }

    private static Stream<Pair> twoOctetNumbers() {
        return Stream.of(
                narrow("40 02 06 02 02 fde9 5ba0", AsPath.of(65001L, 23456L), "65001 23456"),
                narrow("c0 07 06 5ba0 c0000201", new Aggregator(23456, ROUTER), "23456 192.0.2.1"),
                narrow(
                        "c0 11 06 02 01 fffffffe",
                        new As4Path(List.of(AsPathSegment.sequence(4294967294L))),
                        "4294967294"),
                narrow("c0 12 08 fffffffe c0000201", new As4Aggregator(4294967294L, ROUTER), "4294967294 192.0.2.1"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isRead(Pair pair) {
        AttributeReader.Result result = AttributeReader.read(Hex.buffer(pair.hex()), false, pair.context());
        // Whether an attribute may stand alone is a question of the whole list.
        assertEquals(pair.attribute(), result.attributes().getFirst());
        assertEquals(1, result.attributes().size());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isWritten(Pair pair) {
        ByteBuf out = Unpooled.buffer();
        AttributeWriter.write(List.of(pair.attribute()), out, pair.context());
        assertEquals(HexFormat.of().formatHex(Hex.bytes(pair.hex())), ByteBufUtil.hexDump(out));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isSaidInWords(Pair pair) {
        assertEquals(pair.words(), pair.attribute().words());
    }
}
