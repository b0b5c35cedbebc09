package io.porterlb.bfd.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.bfd.DiscardReason;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The checks of RFC 5880 6.8.6, one by one and in its order.
class DiscardTest {
    private static final String REST = "000f4240 000493e0 00000000";

    private static ReadResult read(String hex) {
        return BfdPacketReader.read(BfdPacketTest.octets(hex));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_PACKET,               20 40 03 18  00000001 00000000 000f4240 000493e0 000000",
        "BAD_VERSION,             00 40 03 18  00000001 00000000 " + REST,
        "BAD_VERSION,             40 40 03 18  00000001 00000000 " + REST,
        "BAD_LENGTH,              20 40 03 17  00000001 00000000 " + REST,
        "BAD_LENGTH,              20 44 03 19  00000001 00000000 " + REST + "0202",
        "LENGTH_OVER_PAYLOAD,     20 40 03 19  00000001 00000000 " + REST,
        "ZERO_DETECT_MULTIPLIER,  20 40 00 18  00000001 00000000 " + REST,
        "MULTIPOINT,              20 41 03 18  00000001 00000000 " + REST,
        "ZERO_MY_DISCRIMINATOR,   20 40 03 18  00000000 00000000 " + REST,
        "ZERO_YOUR_DISCRIMINATOR, 20 80 03 18  00000001 00000000 " + REST,
        "ZERO_YOUR_DISCRIMINATOR, 20 c0 03 18  00000001 00000000 " + REST,
        "AUTHENTICATED,           20 44 03 1a  00000001 00000000 " + REST + "0102",
    })
    void eachFaultAlone(DiscardReason reason, String hex) {
        assertEquals(new ReadResult.Discarded(reason), read(hex));
    }

    @Test
    void nothingAtAll() {
        assertEquals(new ReadResult.Discarded(DiscardReason.NO_PACKET), read(""));
    }

    @ParameterizedTest
    @CsvSource({"00", "40"})
    void yourDiscriminatorMayBeZeroInAdminDownAndDown(String flags) {
        assertEquals(
                ReadResult.Valid.class,
                read("20" + flags + "03 18 00000001 00000000" + REST).getClass());
    }

    /// A packet with every fault, of which one after another is mended.
    static Stream<DiscardReason> reasons() {
        return Arrays.stream(DiscardReason.values()).filter(reason -> reason != DiscardReason.NO_PACKET);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void firstFaultInTheOrderOfTheRfcIsTheReason(DiscardReason reason) {
        String version = has(DiscardReason.BAD_VERSION, reason) ? "00" : "20";
        String flags = has(DiscardReason.MULTIPOINT, reason) ? "c5" : "c4";
        String multiplier = has(DiscardReason.ZERO_DETECT_MULTIPLIER, reason) ? "00" : "03";
        String good = has(DiscardReason.LENGTH_OVER_PAYLOAD, reason) ? "ff" : "1a";
        String length = has(DiscardReason.BAD_LENGTH, reason) ? "19" : good;
        String mine = has(DiscardReason.ZERO_MY_DISCRIMINATOR, reason) ? "00000000" : "00000001";
        String yours = has(DiscardReason.ZERO_YOUR_DISCRIMINATOR, reason) ? "00000000" : "00000001";
        String packet = version + flags + multiplier + length + mine + yours + REST + "0102";
        assertEquals(new ReadResult.Discarded(reason), read(packet));
    }

    private static boolean has(DiscardReason fault, DiscardReason first) {
        return fault.compareTo(first) >= 0;
    }
}
