package io.porterlb.bgp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationTest {
    private static Notification shutdown(byte... data) {
        return Notification.of(NotificationCode.ADMINISTRATIVE_SHUTDOWN, data);
    }

    private static Notification shutdown(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] data = new byte[utf8.length + 1];
        data[0] = (byte) utf8.length;
        System.arraycopy(utf8, 0, data, 1, utf8.length);
        return shutdown(data);
    }

    @Test
    void codesInWords() {
        assertEquals(
                "Cease/Peer De-configured (6/3)",
                Notification.of(NotificationCode.PEER_DE_CONFIGURED).words());
        assertEquals(
                "Hold Timer Expired (4/0)",
                Notification.of(NotificationCode.HOLD_TIMER_EXPIRED).words());
        assertEquals("Cease (6/0)", new Notification(6, 0, Octets.NONE).words());
        assertEquals("Cease/subcode 77 (6/77)", new Notification(6, 77, Octets.NONE).words());
        assertEquals("code 99/subcode 1 (99/1)", new Notification(99, 1, Octets.NONE).words());
    }

    @Test
    void shutdownTextIsQuoted() {
        assertEquals(
                "Cease/Administrative Shutdown (6/2): \"back at 5, Grüße\"",
                shutdown("back at 5, Grüße").words());
    }

    @Test
    void shutdownTextCannotForgeALogLine() {
        assertEquals(
                "Cease/Administrative Shutdown (6/2): \"a\\u000aERROR \\u0022x\\u0022 \\u202eb\"",
                shutdown("a\nERROR \"x\" \u202eb").words());
    }

    @Test
    void brokenUtf8IsReplaced() {
        assertEquals(
                "Cease/Administrative Shutdown (6/2): \"\uFFFD\"",
                shutdown((byte) 1, (byte) 0xc3).words());
    }

    @Test
    void textOfAWrongLengthIsNoText() {
        assertEquals(
                "Cease/Administrative Shutdown (6/2)",
                shutdown((byte) 9, (byte) 'x').words());
    }

    @Test
    void otherCodesCarryNoText() {
        assertEquals(
                "Cease/Connection Rejected (6/5)",
                Notification.of(NotificationCode.CONNECTION_REJECTED, (byte) 1, (byte) 'x')
                        .words());
    }

    @Test
    void shutdownTextIsWritten() {
        assertEquals(
                shutdown((byte) 4, (byte) 'a', (byte) 0xc3, (byte) 0xbc, (byte) 'b'),
                Notification.of(NotificationCode.ADMINISTRATIVE_SHUTDOWN, "aüb"));
        assertEquals(shutdown(), Notification.of(NotificationCode.ADMINISTRATIVE_SHUTDOWN, ""));
    }

    /// A character that would be cut in two is left out.
    @ParameterizedTest
    @CsvSource({"256,x,255", "250,€,253", "253,€,253", "252,€,255", "254,\uD83D\uDE00,254", "251,\uD83D\uDE00,255"})
    void shutdownTextIsCutAtACharacter(int letters, String last, int length) {
        Octets data = Notification.of(NotificationCode.ADMINISTRATIVE_RESET, "a".repeat(letters) + last)
                .data();
        assertEquals(length, data.at(0));
        assertEquals(length + 1, data.length());
    }

    @Test
    void hardResetCarriesTheReason() {
        Notification reset = shutdown("bye").asHardReset();
        assertEquals(Notification.of(NotificationCode.HARD_RESET, Hex.bytes("06 02 03 627965")), reset);
        assertEquals(Optional.of(shutdown("bye")), reset.insideHardReset());
        assertEquals("Cease/Hard Reset (6/9): Cease/Administrative Shutdown (6/2): \"bye\"", reset.words());
    }

    @Test
    void hardResetWithoutAReason() {
        Notification reset = Notification.of(NotificationCode.HARD_RESET, (byte) 6);
        assertEquals(Optional.empty(), reset.insideHardReset());
        assertEquals("Cease/Hard Reset (6/9)", reset.words());
    }

    @Test
    void hardResetsInsideOfEachOtherAreNotFollowed() {
        String words = Notification.of(NotificationCode.HARD_RESET, Hex.bytes("0609".repeat(2000)))
                .words();
        assertEquals("Cease/Hard Reset (6/9): Cease/Hard Reset (6/9)", words);
    }

    @Test
    void hardResetCutsDataThatDoesNotFit() {
        Notification full = Notification.of(NotificationCode.BAD_PEER_AS, new byte[Notification.MAX_DATA]);
        assertEquals(Notification.MAX_DATA, full.asHardReset().data().length());
    }
}
