package io.porterlb.bgp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Subtypes and lengths of ROUTE-REFRESH, RFC 7313.
class RouteRefreshTest {
    private static final String MARKER = "ff".repeat(16);

    private static ReadResult read(String afterTheMarker) {
        return MessageReader.read(Hex.buffer(MARKER + afterTheMarker), CodecContext.INITIAL)
                .orElseThrow();
    }

    private static Notification refusal(String afterTheMarker) {
        return assertInstanceOf(ReadResult.Refused.class, read(afterTheMarker)).notification();
    }

    @ParameterizedTest
    @CsvSource({"00,0", "01,1", "02,2", "ff,255"})
    void everySubtypeIsKept(String octet, int subtype) {
        RouteRefresh expected = new RouteRefresh(AddressFamily.IPV6_UNICAST, subtype);
        assertEquals(new ReadResult.Ok(expected), read("0017 05 0002 " + octet + " 01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"001605000101", "001905 0001 02 01 0000"})
    void demarcationOfWrongLengthIsAnsweredWithTheMessage(String message) {
        byte[] whole = Hex.bytes(MARKER + message);
        assertEquals(Notification.of(NotificationCode.INVALID_ROUTE_REFRESH_LENGTH, whole), refusal(message));
    }

    @Test
    void answerIsCutToTheLongestMessage() {
        Notification answer = refusal("1000 05 0001 01 01" + "00".repeat(4096 - 23));
        assertEquals(Notification.MAX_DATA, answer.data().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0013 05", "0015 05 0001", "0016 05 0001 00", "0018 05 0001 00 01 00"})
    void requestOfWrongLengthIsAMessageOfBadLength(String message) {
        byte[] length = Hex.bytes(message.substring(0, 4));
        assertEquals(Notification.of(NotificationCode.BAD_MESSAGE_LENGTH, length), refusal(message));
    }
}
