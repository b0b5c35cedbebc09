package io.porterlb.bgp.wire.value;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Prefixes as they stand in an UPDATE: the length in bits, then as many octets as it needs ([RFC 4271
/// 4.3](https://www.rfc-editor.org/rfc/rfc4271#section-4.3)), each after its path identifier where the
/// session has them ([RFC 7911 3](https://www.rfc-editor.org/rfc/rfc7911#section-3)).
public final class Nlri {
    private static final int LENGTH_OCTET = 1;
    private static final int PATH_ID = Integer.BYTES;

    private Nlri() {}

    /// Octets that the prefix takes, without a path identifier.
    public static int length(Prefix prefix) {
        return LENGTH_OCTET + addressOctets(prefix.length());
    }

    private static int addressOctets(int bits) {
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    /// Writes all of them. They are put together in an array first, which is faster than as many small
    /// writes into the buffer.
    ///
    /// @param addPath whether each has its path identifier before it
    public static void write(List<PathPrefix> prefixes, ByteBuf out, boolean addPath) {
        int length = 0;
        for (PathPrefix path : prefixes) {
            length += length(path.prefix()) + (addPath ? PATH_ID : 0);
        }
        ByteBuffer octets = ByteBuffer.allocate(length);
        for (PathPrefix path : prefixes) {
            if (addPath) {
                octets.putInt((int) path.pathId());
            }
            write(path.prefix(), octets);
        }
        out.writeBytes(octets.flip());
    }

    private static void write(Prefix prefix, ByteBuffer out) {
        IpAddress address = prefix.address();
        int octets = addressOctets(prefix.length());
        out.put((byte) prefix.length());
        if (address.family() == IpFamily.V4) {
            writeFirst(address.low() << Integer.SIZE, octets, out);
        } else {
            writeFirst(address.high(), Math.min(octets, Long.BYTES), out);
            writeFirst(address.low(), octets - Long.BYTES, out);
        }
    }

    /// Writes the highest octets of the number, at most eight.
    private static void writeFirst(long number, int octets, ByteBuffer out) {
        for (int i = 1; i <= octets; i++) {
            out.put((byte) (number >>> (Long.SIZE - i * Byte.SIZE)));
        }
    }

    /// Reads the whole buffer; empty if a length is above that of an address or runs past the end (RFC 7606
    /// 5.3). Bits after the length mean nothing and are cleared.
    ///
    /// @param addPath whether each has its path identifier before it
    public static Optional<List<PathPrefix>> read(ByteBuf in, IpFamily family, boolean addPath) {
        int header = LENGTH_OCTET + (addPath ? PATH_ID : 0);
        List<PathPrefix> prefixes = new ArrayList<>(in.readableBytes() / (header + Integer.BYTES) + 1);
        while (in.isReadable()) {
            if (in.readableBytes() < header) {
                return Optional.empty();
            }
            long pathId = addPath ? in.readUnsignedInt() : 0;
            int bits = in.readUnsignedByte();
            if (bits > family.bits() || addressOctets(bits) > in.readableBytes()) {
                return Optional.empty();
            }
            prefixes.add(new PathPrefix(pathId, Prefix.containing(readAddress(in, family, bits), bits)));
        }
        return Optional.of(prefixes);
    }

    private static IpAddress readAddress(ByteBuf in, IpFamily family, int bits) {
        int octets = addressOctets(bits);
        if (family == IpFamily.V4) {
            return new IpAddress(family, 0, readFirst(in, octets) >>> Integer.SIZE);
        }
        long high = readFirst(in, Math.min(octets, Long.BYTES));
        return new IpAddress(family, high, readFirst(in, octets - Long.BYTES));
    }

    /// Reads the highest octets of a number, at most eight; the others are zero.
    private static long readFirst(ByteBuf in, int octets) {
        long number = 0;
        for (int i = 1; i <= octets; i++) {
            number |= (long) in.readUnsignedByte() << (Long.SIZE - i * Byte.SIZE);
        }
        return number;
    }
}
