package io.porterlb.bgp.wire;

import static io.porterlb.bgp.wire.value.AddressFamily.IPV4_UNICAST;
import static io.porterlb.bgp.wire.value.AddressFamily.IPV6_UNICAST;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.wire.capability.AddPathCapability;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.CapabilityCodec;
import io.porterlb.bgp.wire.capability.EnhancedRouteRefreshCapability;
import io.porterlb.bgp.wire.capability.ExtendedMessageCapability;
import io.porterlb.bgp.wire.capability.ExtendedNextHopCapability;
import io.porterlb.bgp.wire.capability.FourOctetAsCapability;
import io.porterlb.bgp.wire.capability.GracefulRestartCapability;
import io.porterlb.bgp.wire.capability.LongLivedGracefulRestartCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.capability.PathsLimitCapability;
import io.porterlb.bgp.wire.capability.RoleCapability;
import io.porterlb.bgp.wire.capability.RouteRefreshCapability;
import io.porterlb.bgp.wire.capability.StrictBfdCapability;
import io.porterlb.bgp.wire.capability.UnknownCapability;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.Octets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every capability: octets and values that are the same, and what is none.
class CapabilitiesTest {
    record Pair(String hex, Capability capability) {
        @Override
        public String toString() {
            return capability.getClass().getSimpleName();
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair("01 04 0002 00 01", new MultiprotocolCapability(IPV6_UNICAST)),
                new Pair("02 00", new RouteRefreshCapability()),
                new Pair(
                        "05 06 0001 0001 0002",
                        new ExtendedNextHopCapability(List.of(ExtendedNextHopCapability.Encoding.IPV4_OVER_IPV6))),
                new Pair("06 00", new ExtendedMessageCapability()),
                new Pair("09 01 03", new RoleCapability(3)),
                new Pair(
                        """
                        40 0a
                        c078        # R, N, 120 s
                        0001 01 80  # IPv4 unicast, F
                        0002 01 00  # IPv6 unicast
                        """,
                        new GracefulRestartCapability(
                                true,
                                true,
                                120,
                                List.of(
                                        new GracefulRestartCapability.Family(IPV4_UNICAST, true),
                                        new GracefulRestartCapability.Family(IPV6_UNICAST, false)))),
                new Pair("40 02 0fff", new GracefulRestartCapability(false, false, 4095, List.of())),
                new Pair("41 04 fffe0001", new FourOctetAsCapability(4294836225L)),
                new Pair(
                        """
                        45 0c
                        0001 01 01  # IPv4 unicast, receive
                        0002 01 02  # IPv6 unicast, send
                        0001 02 03  # IPv4 multicast, both
                        """,
                        new AddPathCapability(List.of(
                                new AddPathCapability.Family(IPV4_UNICAST, AddPathCapability.Mode.RECEIVE),
                                new AddPathCapability.Family(IPV6_UNICAST, AddPathCapability.Mode.SEND),
                                new AddPathCapability.Family(new AddressFamily(1, 2), AddPathCapability.Mode.BOTH)))),
                new Pair("46 00", new EnhancedRouteRefreshCapability()),
                new Pair(
                        "47 07 0001 01 80 015180",
                        new LongLivedGracefulRestartCapability(
                                List.of(new LongLivedGracefulRestartCapability.Family(IPV4_UNICAST, true, 86400)))),
                new Pair("4a 00", new StrictBfdCapability()),
                new Pair(
                        "4c 05 0001 01 0008",
                        new PathsLimitCapability(List.of(new PathsLimitCapability.Family(IPV4_UNICAST, 8)))));
    }

    private static Optional<List<Capability>> read(String hex) {
        return CapabilityCodec.read(Hex.buffer(hex));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isRead(Pair pair) {
        assertEquals(Optional.of(List.of(pair.capability())), read(pair.hex()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isWritten(Pair pair) {
        ByteBuf out = Unpooled.buffer();
        CapabilityCodec.write(List.of(pair.capability()), out);
        assertEquals(HexFormat.of().formatHex(Hex.bytes(pair.hex())), ByteBufUtil.hexDump(out));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01 03 000100",
                "02 01 00",
                "05 05 0001000100",
                "06 01 00",
                "09 00",
                "09 02 0303",
                "40 01 00",
                "40 05 0078 000101",
                "41 03 00fde9",
                "45 03 000101",
                "46 01 00",
                "47 06 000101800151",
                "4a 01 00",
                "4c 04 00010100"
            })
    void knownOneOfWrongLengthIsKeptAndMeansNothing(String hex) {
        byte[] octets = Hex.bytes(hex);
        Octets value = Octets.of(Arrays.copyOfRange(octets, 2, octets.length));
        assertEquals(Optional.of(List.of(new UnknownCapability(octets[0], value))), read(hex));
    }

    /// RFC 7911 4.
    @ParameterizedTest
    @ValueSource(strings = {"45 04 00010100", "45 08 00010103 00020104"})
    void addPathWithAnotherModeMeansNothing(String hex) {
        assertEquals(UnknownCapability.class, read(hex).orElseThrow().getFirst().getClass());
    }

    @Test
    void reservedBitsMeanNothing() {
        assertEquals(
                List.of(new GracefulRestartCapability(
                        false, false, 0, List.of(new GracefulRestartCapability.Family(IPV4_UNICAST, false)))),
                read("40 06 3000 0001 01 7f").orElseThrow());
    }

    @Test
    void limitsAndModesAreAskedByFamily() {
        AddPathCapability.Mode both = AddPathCapability.Mode.BOTH;
        var addPath = new AddPathCapability(List.of(new AddPathCapability.Family(IPV4_UNICAST, both)));
        assertEquals(Optional.of(both), addPath.mode(IPV4_UNICAST));
        assertEquals(Optional.empty(), addPath.mode(IPV6_UNICAST));
        var limits = new PathsLimitCapability(List.of(
                new PathsLimitCapability.Family(IPV4_UNICAST, 8), new PathsLimitCapability.Family(IPV6_UNICAST, 0)));
        assertEquals(OptionalInt.of(8), limits.limit(IPV4_UNICAST));
        assertEquals(OptionalInt.empty(), limits.limit(IPV6_UNICAST));
    }
}
