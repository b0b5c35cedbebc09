package io.porterlb.bgp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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
}
