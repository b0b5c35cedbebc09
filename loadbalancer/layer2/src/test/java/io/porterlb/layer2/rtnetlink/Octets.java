package io.porterlb.layer2.rtnetlink;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Messages as the kernel writes them.
final class Octets {
    private Octets() {}

    static byte[] message(int type, int flags, byte[] header, byte[]... attributes) {
        byte[] body = join(header, join(attributes));
        return join(number(16 + body.length), half(type), half(flags), new byte[8], body);
    }

    static byte[] attribute(int type, byte[] value) {
        byte[] filled = join(value, new byte[-value.length & 3]);
        return join(half(4 + value.length), half(type), filled);
    }

    static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }

    static byte[] half(int value) {
        return ByteBuffer.allocate(2)
                .order(ByteOrder.nativeOrder())
                .putShort((short) value)
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
