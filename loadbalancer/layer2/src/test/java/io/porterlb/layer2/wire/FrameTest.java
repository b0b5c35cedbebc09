package io.porterlb.layer2.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.layer2.wire.ArpPacket.Operation;
import io.porterlb.layer2.wire.NeighborAdvertisement.Flags;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Frames as a network analyser has them, there and back.
class FrameTest {
    private static final MacAddress ASKER = MacAddress.of("02:00:5e:00:53:02");
    private static final MacAddress OWN = MacAddress.of("02:00:5e:00:53:01");

    record Sample(String name, Frame frame, String octets) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static IpAddress ip(String text) {
        return IpAddress.of(text);
    }

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample(
                        "ARP request",
                        new Frame(
                                MacAddress.BROADCAST,
                                ASKER,
                                new ArpPacket(
                                        Operation.REQUEST, ASKER, ip("192.0.2.9"), MacAddress.ZERO, ip("192.0.2.7"))),
                        "ffffffffffff 02005e005302 0806 0001 0800 06 04 0001"
                                + "02005e005302 c0000209 000000000000 c0000207"),
                new Sample(
                        "ARP reply",
                        new Frame(
                                ASKER,
                                OWN,
                                new ArpPacket(Operation.REPLY, OWN, ip("192.0.2.7"), ASKER, ip("192.0.2.9"))),
                        "02005e005302 02005e005301 0806 0001 0800 06 04 0002"
                                + "02005e005301 c0000207 02005e005302 c0000209"),
                new Sample(
                        "neighbor solicitation",
                        new Frame(
                                MacAddress.of("33:33:ff:00:00:07"),
                                ASKER,
                                new NeighborSolicitation(
                                        ip("fe80::2"), ip("ff02::1:ff00:7"), ip("2001:db8::7"), Optional.of(ASKER))),
                        "3333ff000007 02005e005302 86dd 60000000 0020 3a ff"
                                + "fe800000000000000000000000000002 ff0200000000000000000001ff000007"
                                + "87 00 9a52 00000000 20010db8000000000000000000000007 01 01 02005e005302"),
                new Sample(
                        "neighbor advertisement",
                        new Frame(
                                ASKER,
                                OWN,
                                new NeighborAdvertisement(
                                        ip("2001:db8::7"),
                                        ip("fe80::2"),
                                        ip("2001:db8::7"),
                                        new Flags(false, true, true),
                                        Optional.of(OWN))),
                        "02005e005302 02005e005301 86dd 60000000 0020 3a ff"
                                + "20010db8000000000000000000000007 fe800000000000000000000000000002"
                                + "88 00 089f 60000000 20010db8000000000000000000000007 02 01 02005e005301"));
    }

    private static byte[] octets(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenOctetByOctet(Sample sample) {
        assertEquals(
                HexFormat.of().formatHex(octets(sample.octets())),
                HexFormat.of().formatHex(FrameWriter.write(sample.frame())));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadWithPaddingBehindIt(Sample sample) {
        byte[] padded = octets(sample.octets() + "00".repeat(18));
        assertEquals(new ReadResult.Valid(sample.frame()), FrameReader.read(padded));
    }

    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.range(first, first + 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsWrittenIsReadAgain(long seed) {
        Frame frame = RandomFrames.next(new Random(seed));
        assertEquals(new ReadResult.Valid(frame), FrameReader.read(FrameWriter.write(frame)));
    }
}
