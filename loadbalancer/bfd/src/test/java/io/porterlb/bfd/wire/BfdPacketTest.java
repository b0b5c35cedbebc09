package io.porterlb.bfd.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.porterlb.bfd.BfdDiagnostic;
import io.porterlb.bfd.BfdState;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Packets and their octets, RFC 5880 4.1.
class BfdPacketTest {
    record Pair(String octets, BfdPacket packet) {}

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(
                        "20 40 03 18  00000001 00000000  000f4240 000493e0 00000000",
                        new BfdPacket(
                                BfdDiagnostic.NONE,
                                BfdState.DOWN,
                                false,
                                false,
                                false,
                                false,
                                3,
                                1,
                                0,
                                1_000_000,
                                300_000,
                                0)),
                new Pair(
                        "21 e0 ff 18  ffffffff 89abcdef  0000c350 00000000 0000c350",
                        new BfdPacket(
                                BfdDiagnostic.CONTROL_DETECTION_TIME_EXPIRED,
                                BfdState.UP,
                                true,
                                false,
                                false,
                                false,
                                255,
                                0xFFFF_FFFFL,
                                0x89AB_CDEFL,
                                50_000,
                                0,
                                50_000)),
                new Pair(
                        "27 1a 01 18  00000002 00000003  ffffffff ffffffff ffffffff",
                        new BfdPacket(
                                BfdDiagnostic.ADMINISTRATIVELY_DOWN,
                                BfdState.ADMIN_DOWN,
                                false,
                                true,
                                true,
                                true,
                                1,
                                2,
                                3,
                                0xFFFF_FFFFL,
                                0xFFFF_FFFFL,
                                0xFFFF_FFFFL)));
    }

    static ByteBuf octets(String hex) {
        return Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex.replace(" ", "")));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void reads(Pair pair) {
        assertEquals(new ReadResult.Valid(pair.packet()), BfdPacketReader.read(octets(pair.octets())));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void writes(Pair pair) {
        ByteBuf out = Unpooled.buffer();
        BfdPacketWriter.write(pair.packet(), out);
        assertEquals(pair.octets().replace(" ", ""), ByteBufUtil.hexDump(out));
    }

    @Test
    void whatFollowsThePacketIsOfNoInterest() {
        Pair pair = pairs().findFirst().orElseThrow();
        assertEquals(new ReadResult.Valid(pair.packet()), BfdPacketReader.read(octets(pair.octets() + "ff")));
    }

    @Test
    void diagnosticOfAnotherStandardIsOther() {
        ByteBuf packet = octets("29 40 03 18  00000001 00000000  000f4240 000493e0 00000000");
        ReadResult result = BfdPacketReader.read(packet);
        assertEquals(BfdDiagnostic.OTHER, ((ReadResult.Valid) result).packet().diagnostic());
    }

    static LongStream seeds() {
        return LongStream.of(1, 2, 3, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverComesIsAValueAndAValidPacketIsWrittenAsItCame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[random.nextInt(60)];
            random.nextBytes(octets);
            if (octets.length >= BfdPacket.LENGTH && random.nextBoolean()) {
                octets[0] = (byte) (0x20 | (octets[0] & 0x07));
                octets[3] = BfdPacket.LENGTH;
            }
            if (BfdPacketReader.read(Unpooled.wrappedBuffer(octets)) instanceof ReadResult.Valid(var packet)) {
                ByteBuf out = Unpooled.buffer();
                BfdPacketWriter.write(packet, out);
                ByteBuf came = Unpooled.wrappedBuffer(octets).slice(0, BfdPacket.LENGTH);
                out.setByte(3, came.getByte(3));
                out.setByte(0, came.getByte(0)); // unknown diagnostics are not kept
                assertEquals(ByteBufUtil.hexDump(came), ByteBufUtil.hexDump(out));
            }
        }
    }
}
