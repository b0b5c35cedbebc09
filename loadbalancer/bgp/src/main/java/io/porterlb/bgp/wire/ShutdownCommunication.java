package io.porterlb.bgp.wire;

import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The text that an operator may send with a Cease ([RFC 9003](https://www.rfc-editor.org/rfc/rfc9003)): one
/// octet of length, then UTF-8.
final class ShutdownCommunication {
    private static final int MAX_LENGTH = 0xFF;

    private ShutdownCommunication() {}

    /// The text, safe to log: whatever is not a plain printable character is escaped (RFC 9003 6), broken
    /// UTF-8 is replaced. Empty if there is none, or its length is wrong.
    static Optional<String> of(Notification notification) {
        Octets data = notification.data();
        boolean carriesText = notification.is(NotificationCode.ADMINISTRATIVE_SHUTDOWN)
                || notification.is(NotificationCode.ADMINISTRATIVE_RESET);
        if (!carriesText || data.length() < 2 || data.at(0) == 0 || data.at(0) > data.length() - 1) {
            return Optional.empty();
        }
        return Optional.of(escaped(new String(data.toArray(), 1, data.at(0), StandardCharsets.UTF_8)));
    }

    /// The data of a NOTIFICATION with this text: as many whole characters as fit into 255 octets.
    static Octets octets(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(utf8.length, MAX_LENGTH);
        while (length < utf8.length && isContinuation(utf8[length])) {
            length--;
        }
        byte[] data = new byte[1 + length];
        data[0] = (byte) length;
        System.arraycopy(utf8, 0, data, 1, length);
        return Octets.of(data);
    }

    /// Whether the octet is one of a character after its first ([RFC 3629
    /// 3](https://www.rfc-editor.org/rfc/rfc3629)).
    private static boolean isContinuation(byte octet) {
        return (octet & 0xC0) == 0x80;
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isPlain(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append(String.format("\\u%04x", c));
            }
        });
        return safe.toString();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> codePoint != '"' && codePoint != '\\';
        };
    }
}
