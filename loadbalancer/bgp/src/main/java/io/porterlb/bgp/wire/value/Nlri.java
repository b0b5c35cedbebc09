package io.porterlb.bgp.wire.value;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// IPv4 prefixes as they stand in an UPDATE: the length in bits, then as many octets as it needs
/// ([RFC 4271 4.3](https://www.rfc-editor.org/rfc/rfc4271#section-4.3)).
public final class Nlri {
    private Nlri() {}

    /// Octets that the prefix takes.
    public static int length(Prefix prefix) {
        return 1 + addressOctets(prefix.length());
    }

    private static int addressOctets(int bits) {
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    /// Writes all of them.
    ///
    /// @param addPath whether each has its path identifier before it
    public static void write(List<PathPrefix> prefixes, ByteBuf out, boolean addPath) {
        for (PathPrefix path : prefixes) {
            if (addPath) {
                out.writeInt((int) path.pathId());
            }
            Prefix prefix = path.prefix();
            out.writeByte(prefix.length());
            out.writeBytes(prefix.address().toOctets(), 0, addressOctets(prefix.length()));
        }
    }

    /// Reads the whole buffer; empty if a length is above 32 or 128 bits or runs past the end (RFC 7606 5.3). Bits
    /// after the
    /// length mean nothing and are cleared.
    public static Optional<List<PathPrefix>> read(ByteBuf in, AddressFamily family) {
        IpFamily ip = family.afi() == AddressFamily.IPV6_UNICAST.afi() ? IpFamily.V6 : IpFamily.V4;
        List<PathPrefix> prefixes = new ArrayList<>();
        while (in.isReadable()) {
            int bits = in.readUnsignedByte();
            int octets = addressOctets(bits);
            if (bits > ip.bits() || octets > in.readableBytes()) {
                return Optional.empty();
            }
            byte[] address = new byte[octets];
            in.readBytes(address);
            IpAddress padded = IpAddress.ofOctets(Arrays.copyOf(address, ip.octets()));
            prefixes.add(PathPrefix.of(Prefix.containing(padded, bits)));
        }
        return Optional.of(prefixes);
    }
}
