package io.porterlb.bgp.wire.value;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.HexFormat;

/// Octets as a value: immutable, compared by content, printed as hexadecimal digits.
public final class Octets {
    public static final Octets NONE = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Octets of(byte... bytes) {
        return new Octets(bytes.clone());
    }

    /// Takes all readable octets of the buffer, which has been cut to a checked length before.
    public static Octets readAll(ByteBuf in) {
        byte[] bytes = new byte[in.readableBytes()];
        in.readBytes(bytes);
        return new Octets(bytes);
    }

    public int length() {
        return bytes.length;
    }

    /// The octet at this index, 0 to 255.
    public int at(int index) {
        return Byte.toUnsignedInt(bytes[index]);
    }

    /// The rest from this index on.
    public Octets from(int index) {
        return new Octets(Arrays.copyOfRange(bytes, index, bytes.length));
    }

    public byte[] toArray() {
        return bytes.clone();
    }

    public void write(ByteBuf out) {
        out.writeBytes(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
