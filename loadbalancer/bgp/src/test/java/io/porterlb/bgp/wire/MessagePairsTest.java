package io.porterlb.bgp.wire;

import static io.porterlb.bgp.wire.attribute.Origin.IGP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.wire.attribute.As4Path;
import io.porterlb.bgp.wire.attribute.AsPath;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.attribute.Communities;
import io.porterlb.bgp.wire.attribute.LocalPref;
import io.porterlb.bgp.wire.attribute.MpReachNlri;
import io.porterlb.bgp.wire.attribute.MpUnreachNlri;
import io.porterlb.bgp.wire.attribute.MultiExitDisc;
import io.porterlb.bgp.wire.attribute.NextHop;
import io.porterlb.bgp.wire.attribute.Origin;
import io.porterlb.bgp.wire.capability.FourOctetAsCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.capability.RouteRefreshCapability;
import io.porterlb.bgp.wire.capability.UnknownCapability;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Octets;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Octets and values that are the same message: read whole, read in pieces of every size, written.
class MessagePairsTest {
    private static final String MARKER = "ffffffffffffffffffffffffffffffff ";
    private static final CodecContext WIDE_EXTERNAL = CodecContext.ipv4(true, true);
    private static final CodecContext NARROW_EXTERNAL = CodecContext.ipv4(false, true);
    private static final CodecContext WIDE_INTERNAL = CodecContext.ipv4(true, false);

    private static final Set<AddressFamily> BOTH_FAMILIES =
            Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST);
    private static final CodecContext ADD_PATH =
            new CodecContext(true, true, BOTH_FAMILIES, BOTH_FAMILIES, BOTH_FAMILIES, false);

    record Pair(String name, String hex, BgpMessage message, CodecContext context) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair("KEEPALIVE", MARKER + "0013 04", new Keepalive(), CodecContext.INITIAL),
                new Pair(
                        "OPEN",
                        MARKER + """
                        002d 01         # length 45, OPEN
                        04              # version
                        5ba0            # my AS: 23456, AS_TRANS
                        005a            # hold time 90
                        0a000001        # identifier 10.0.0.1
                        10              # optional parameters: 16 octets
                        02 0e           # Capabilities, 14 octets
                        01 04 0001 00 01  # multiprotocol, IPv4 unicast
                        02 00           # route refresh
                        41 04 fffffe09  # four-octet AS 4294966793
                        """,
                        new Open(
                                23456,
                                90,
                                IpAddress.of("10.0.0.1"),
                                List.of(
                                        new MultiprotocolCapability(AddressFamily.IPV4_UNICAST),
                                        new RouteRefreshCapability(),
                                        new FourOctetAsCapability(4294966793L))),
                        CodecContext.INITIAL),
                new Pair(
                        "OPEN with a capability that nobody knows",
                        MARKER + """
                        0024 01 04 fde9 0000 c0000201
                        07 02 05        # one parameter, Capabilities
                        f0 03 abcdef    # code 240
                        """,
                        new Open(
                                65001,
                                0,
                                IpAddress.of("192.0.2.1"),
                                List.of(new UnknownCapability(240, Octets.of((byte) 0xab, (byte) 0xcd, (byte) 0xef)))),
                        CodecContext.INITIAL),
                new Pair(
                        "UPDATE from an external peer",
                        MARKER + """
                        0047 02         # length 71, UPDATE
                        0004            # withdrawn routes: 4 octets
                        18 c63364       # 198.51.100.0/24
                        0022            # path attributes: 34 octets
                        40 01 01 00     # ORIGIN IGP
                        40 02 06 02 01 0000fde9   # AS_PATH: one sequence of one, 65001
                        40 03 04 c0000201         # NEXT_HOP 192.0.2.1
                        80 04 04 00000007         # MULTI_EXIT_DISC 7
                        c0 08 04 fde8ffff         # COMMUNITIES
                        20 cb007105     # 203.0.113.5/32
                        00              # 0.0.0.0/0
                        11 0a0080       # 10.0.128.0/17
                        """,
                        new Update(
                                List.of(prefix("198.51.100.0", 24)),
                                List.of(
                                        IGP,
                                        new AsPath(List.of(AsPathSegment.sequence(65001L))),
                                        new NextHop(IpAddress.of("192.0.2.1")),
                                        new MultiExitDisc(7),
                                        new Communities(List.of(0xfde8ffff))),
                                List.of(prefix("203.0.113.5", 32), prefix("0.0.0.0", 0), prefix("10.0.128.0", 17))),
                        WIDE_EXTERNAL),
                new Pair(
                        "UPDATE to an internal peer",
                        MARKER + """
                        0031 02 0000
                        0015            # path attributes: 21 octets
                        40 01 01 00
                        40 02 00        # AS_PATH: empty
                        40 03 04 c0000201
                        40 05 04 00000064  # LOCAL_PREF 100
                        20 cb007105
                        """,
                        new Update(
                                List.of(),
                                List.of(IGP, AsPath.EMPTY, new NextHop(IpAddress.of("192.0.2.1")), new LocalPref(100)),
                                List.of(prefix("203.0.113.5", 32))),
                        WIDE_INTERNAL),
                new Pair(
                        "UPDATE with AS4_PATH beside two-octet numbers",
                        MARKER + """
                        0037 02 0000
                        001b
                        40 01 01 02     # ORIGIN INCOMPLETE
                        40 02 04 02 01 fde9       # AS_PATH 65001
                        40 03 04 c0000201
                        c0 11 06 02 01 0000fde9   # AS4_PATH 65001
                        20 cb007105
                        """,
                        new Update(
                                List.of(),
                                List.of(
                                        Origin.INCOMPLETE,
                                        new AsPath(List.of(AsPathSegment.sequence(65001L))),
                                        new NextHop(IpAddress.of("192.0.2.1")),
                                        new As4Path(List.of(AsPathSegment.sequence(65001L)))),
                                List.of(prefix("203.0.113.5", 32))),
                        NARROW_EXTERNAL),
                new Pair(
                        "UPDATE with an attribute of more than 255 octets",
                        MARKER + """
                        0129 02 0000
                        0112            # path attributes: 274 octets
                        40 01 01 00
                        40 02 00
                        40 03 04 c0000201
                        d0 08 0100      # COMMUNITIES, extended length: 256 octets
                        """ + "fde80001".repeat(64),
                        new Update(
                                List.of(),
                                List.of(
                                        IGP,
                                        AsPath.EMPTY,
                                        new NextHop(IpAddress.of("192.0.2.1")),
                                        new Communities(Collections.nCopies(64, 0xfde80001))),
                                List.of()),
                        WIDE_EXTERNAL),
                new Pair(
                        "OPEN with more than 255 octets of capabilities",
                        MARKER + """
                        0227 01 04 fde9 0000 c0000201
                        ff ff 0207      # extended form: 519 octets
                        02 0204         # Capabilities, 516 octets
                        """ + ("f0 ff" + "ab".repeat(255) + "f1 ff" + "cd".repeat(255)) + "0200",
                        new Open(
                                65001,
                                0,
                                IpAddress.of("192.0.2.1"),
                                List.of(
                                        new UnknownCapability(240, repeated(0xab)),
                                        new UnknownCapability(241, repeated(0xcd)),
                                        new RouteRefreshCapability())),
                        CodecContext.INITIAL),
                new Pair(
                        "UPDATE with path identifiers",
                        MARKER + """
                        0044 02         # length 68, UPDATE
                        0008            # withdrawn routes: 8 octets
                        00000001 18 c63364        # path 1 to 198.51.100.0/24
                        000e            # path attributes: 14 octets
                        40 01 01 00     # ORIGIN IGP
                        40 02 00        # AS_PATH: empty
                        40 03 04 c0000201         # NEXT_HOP 192.0.2.1
                        00000002 20 cb007105      # path 2 to 203.0.113.5/32
                        ffffffff 20 cb007105      # path 4294967295 to it
                        00000000 00     # path 0 to 0.0.0.0/0
                        """,
                        new Update(
                                List.of(path(1, "198.51.100.0", 24)),
                                List.of(IGP, AsPath.EMPTY, new NextHop(IpAddress.of("192.0.2.1"))),
                                List.of(
                                        path(2, "203.0.113.5", 32),
                                        path(4294967295L, "203.0.113.5", 32),
                                        path(0, "0.0.0.0", 0))),
                        ADD_PATH),
                new Pair(
                        "UPDATE with IPv6 routes and path identifiers",
                        MARKER + """
                        0066 02 0000
                        004f            # path attributes: 79 octets
                        80 0e 36 0002 01          # MP_REACH_NLRI, IPv6 unicast
                        10 20010db8000000000000000000000001 00    # next hop 2001:db8::1, reserved
                        00000007 40 20010db800010002              # path 7 to 2001:db8:1:2::/64
                        00000008 49 20010db8000100028000          # path 8 to 2001:db8:1:2:8000::/73
                        00000009 00     # path 9 to ::/0
                        40 01 01 00
                        40 02 00
                        80 0f 0c 0002 01          # MP_UNREACH_NLRI
                        00000001 20 20010db8      # path 1 to 2001:db8::/32
                        """,
                        new Update(
                                List.of(),
                                List.of(
                                        new MpReachNlri(
                                                AddressFamily.IPV6_UNICAST,
                                                List.of(IpAddress.of("2001:db8::1")),
                                                List.of(
                                                        path(7, "2001:db8:1:2::", 64),
                                                        path(8, "2001:db8:1:2:8000::", 73),
                                                        path(9, "::", 0))),
                                        IGP,
                                        AsPath.EMPTY,
                                        new MpUnreachNlri(
                                                AddressFamily.IPV6_UNICAST, List.of(path(1, "2001:db8::", 32)))),
                                List.of()),
                        ADD_PATH),
                new Pair("End-of-RIB", MARKER + "0017 02 0000 0000", Update.END_OF_RIB, WIDE_EXTERNAL),
                new Pair(
                        "NOTIFICATION",
                        MARKER + "0017 03 02 02 abcd",
                        Notification.of(NotificationCode.BAD_PEER_AS, (byte) 0xab, (byte) 0xcd),
                        CodecContext.INITIAL),
                new Pair(
                        "NOTIFICATION with codes that nobody knows",
                        MARKER + "0015 03 63 09",
                        new Notification(99, 9, Octets.NONE),
                        CodecContext.INITIAL),
                new Pair(
                        "ROUTE-REFRESH",
                        MARKER + "0017 05 0002 00 01",
                        new RouteRefresh(new AddressFamily(2, 1)),
                        CodecContext.INITIAL));
    }

    private static PathPrefix path(long id, String address, int length) {
        return new PathPrefix(id, new Prefix(IpAddress.of(address), length));
    }

    private static Octets repeated(int octet) {
        byte[] octets = new byte[255];
        Arrays.fill(octets, (byte) octet);
        return Octets.of(octets);
    }

    private static PathPrefix prefix(String address, int length) {
        return PathPrefix.of(new Prefix(IpAddress.of(address), length));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void wholeMessageIsRead(Pair pair) {
        ByteBuf in = Hex.buffer(pair.hex());
        assertEquals(Optional.of(new ReadResult.Ok(pair.message())), MessageReader.read(in, pair.context()));
        assertFalse(in.isReadable());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void messageInPiecesIsRead(Pair pair) {
        byte[] bytes = Hex.bytes(pair.hex() + pair.hex());
        for (int size = 1; size <= bytes.length; size++) {
            assertEquals(
                    List.of(new ReadResult.Ok(pair.message()), new ReadResult.Ok(pair.message())),
                    readInPieces(bytes, size, pair.context()));
        }
    }

    private static List<ReadResult> readInPieces(byte[] bytes, int size, CodecContext context) {
        ByteBuf in = Unpooled.buffer();
        List<ReadResult> results = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += size) {
            in.writeBytes(bytes, from, Math.min(size, bytes.length - from));
            Optional<ReadResult> next = MessageReader.read(in, context);
            while (next.isPresent()) {
                results.add(next.get());
                assertInstanceOf(ReadResult.Ok.class, next.get());
                next = in.isReadable() ? MessageReader.read(in, context) : Optional.empty();
            }
        }
        return results;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void messageIsWritten(Pair pair) {
        assertEquals(HexFormat.of().formatHex(Hex.bytes(pair.hex())), Hex.of(pair.message(), pair.context()));
    }
}
