package io.porterlb.layer2.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each reason, with a frame that has nothing else wrong.
class DiscardTest {
    private static final String ETHERNET = "02005e005301 02005e005302 ";
    private static final String SOURCE = "fe800000000000000000000000000002 ";
    private static final String NOBODY = "00000000000000000000000000000000 ";
    private static final String GROUP = "ff0200000000000000000001ff000007 ";
    private static final String TARGET = "20010db8000000000000000000000007 ";
    private static final String ARP = "02005e005302 c0000209 000000000000 c0000207";

    record Bad(DiscardReason reason, String octets) {}

    static Stream<Bad> frames() {
        return Stream.of(
                new Bad(DiscardReason.TOO_SHORT, "02005e005301 02005e005302 08"),
                new Bad(DiscardReason.TOO_SHORT, ETHERNET + "0806 0001 0800 06 04 0001 02005e005302 c0000209"),
                new Bad(DiscardReason.OTHER_ETHERTYPE, ETHERNET + "8100 0001 0806 0001 0800 06 04 0001" + ARP),
                new Bad(DiscardReason.BAD_SENDER, "02005e005301 01005e005302 0806 0001 0800 06 04 0001" + ARP),
                new Bad(
                        DiscardReason.BAD_SENDER,
                        ETHERNET + "0806 0001 0800 06 04 0001 ffffffffffff c0000209 000000000000 c0000207"),
                new Bad(DiscardReason.OTHER_ARP, ETHERNET + "0806 0006 0800 06 04 0001" + ARP),
                new Bad(DiscardReason.OTHER_ARP, ETHERNET + "0806 0001 86dd 06 04 0001" + ARP),
                new Bad(DiscardReason.OTHER_ARP, ETHERNET + "0806 0001 0800 06 10 0001" + ARP),
                new Bad(DiscardReason.OTHER_OPERATION, ETHERNET + "0806 0001 0800 06 04 0003" + ARP),
                new Bad(DiscardReason.TOO_SHORT, packet("60", "3a ff", SOURCE, GROUP, "87 00 0000 00000000")),
                new Bad(DiscardReason.NOT_IPV6, packet("40", "3a ff", SOURCE, GROUP, ask(TARGET))),
                new Bad(DiscardReason.OTHER_PROTOCOL, packet("60", "00 ff", SOURCE, GROUP, ask(TARGET))),
                new Bad(DiscardReason.FORWARDED, packet("60", "3a fe", SOURCE, GROUP, ask(TARGET))),
                new Bad(
                        DiscardReason.TOO_SHORT,
                        packet("60", "3a ff", SOURCE, GROUP, ask(TARGET)).replace("0018 3a", "0019 3a")),
                new Bad(
                        DiscardReason.BAD_CHECKSUM,
                        packet("60", "3a ff", SOURCE, GROUP, ask(TARGET)).replace("db8", "db9")),
                new Bad(DiscardReason.OTHER_TYPE, packet("60", "3a ff", SOURCE, GROUP, "86 00 0000 00000000" + TARGET)),
                new Bad(DiscardReason.BAD_CODE, packet("60", "3a ff", SOURCE, GROUP, "87 01 0000 00000000" + TARGET)),
                new Bad(DiscardReason.BAD_TARGET, packet("60", "3a ff", SOURCE, GROUP, ask(GROUP))),
                new Bad(
                        DiscardReason.BAD_OPTION,
                        packet("60", "3a ff", SOURCE, GROUP, ask(TARGET) + "0100000000000000")),
                new Bad(
                        DiscardReason.BAD_OPTION,
                        packet("60", "3a ff", SOURCE, GROUP, ask(TARGET) + "0102000000000000")),
                new Bad(DiscardReason.BAD_OPTION, packet("60", "3a ff", SOURCE, GROUP, ask(TARGET) + "01010000")),
                new Bad(
                        DiscardReason.BAD_OPTION,
                        packet("60", "3a ff", SOURCE, GROUP, ask(TARGET) + "0101ffffffffffff")),
                new Bad(
                        DiscardReason.BAD_PROBE,
                        packet("60", "3a ff", NOBODY, GROUP, ask(TARGET) + "0101 02005e005302")),
                new Bad(DiscardReason.BAD_PROBE, packet("60", "3a ff", NOBODY, TARGET, ask(TARGET))),
                new Bad(
                        DiscardReason.BAD_ADVERTISEMENT,
                        packet("60", "3a ff", SOURCE, GROUP, "88 00 0000 60000000" + TARGET)));
    }

    private static String ask(String target) {
        return "87 00 0000 00000000" + target;
    }

    /// With a right checksum.
    private static String packet(String version, String next, String source, String destination, String message) {
        byte[] octets = octets(message);
        short sum = InternetChecksum.of(
                java.nio.ByteBuffer.wrap(octets(source + destination)), java.nio.ByteBuffer.wrap(octets));
        String summed = message.replaceFirst("0000", "%04x".formatted(Short.toUnsignedInt(sum)));
        return ETHERNET + "86dd " + version + "000000 %04x ".formatted(octets.length) + next + source + destination
                + summed;
    }

    private static byte[] octets(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void frameIsDiscardedForThisReason(Bad bad) {
        assertEquals(new ReadResult.Discarded(bad.reason()), FrameReader.read(octets(bad.octets())));
    }

    @Test
    void everyReasonHasAFrame() {
        List<DiscardReason> covered =
                frames().map(Bad::reason).distinct().sorted().toList();
        assertEquals(List.of(DiscardReason.values()), covered);
    }

    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.range(first, first + 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void frameThatIsCutOffIsDiscarded(long seed) {
        byte[] whole = FrameWriter.write(RandomFrames.next(new Random(seed)));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertEquals(new ReadResult.Discarded(DiscardReason.TOO_SHORT), FrameReader.read(cut));
        }
    }
}
