package io.porterlb.bgp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.netty.buffer.Unpooled;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.CodecContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Header faults, RFC 4271 6.1.
class HeaderTest {
    private static final String MARKER = "ff".repeat(16);

    private static Notification refusal(byte[] octets) {
        ReadResult result = MessageReader.read(Unpooled.wrappedBuffer(octets), CodecContext.INITIAL)
                .orElseThrow();
        return assertInstanceOf(ReadResult.Refused.class, result).notification();
    }

    @Test
    void anotherProtocolIsFoundOutAtTheFirstOctet() {
        byte[] ssh = "S".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Notification.of(NotificationCode.CONNECTION_NOT_SYNCHRONIZED), refusal(ssh));
    }

    @Test
    void lastOctetOfTheMarkerCounts() {
        byte[] octets = Hex.bytes("ff".repeat(15) + "fe");
        assertEquals(Notification.of(NotificationCode.CONNECTION_NOT_SYNCHRONIZED), refusal(octets));
    }

    /// The body is not waited for, and the answer carries the length.
    @ParameterizedTest
    @CsvSource({"0012,04", "1001,02", "ffff,02", "0014,04", "001c,01", "0016,02", "0014,03"})
    void lengthThatTheTypeCannotHave(String length, String type) {
        assertEquals(
                Notification.of(NotificationCode.BAD_MESSAGE_LENGTH, Hex.bytes(length)),
                refusal(Hex.bytes(MARKER + length + type)));
    }

    @ParameterizedTest
    @CsvSource({"00", "06", "ff"})
    void unknownType(String type) {
        assertEquals(
                Notification.of(NotificationCode.BAD_MESSAGE_TYPE, Hex.bytes(type)),
                refusal(Hex.bytes(MARKER + "0013" + type)));
    }

    @Test
    void longestMessageIsWaitedFor() {
        assertEquals(Optional.empty(), MessageReader.read(Hex.buffer(MARKER + "1000 02 0000"), CodecContext.INITIAL));
    }
}
