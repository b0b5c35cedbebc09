package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Addresses as values of attributes.
final class Addresses {
    private static final int IPV4_CLASS_D = 224;
    private static final int IPV6_MULTICAST = 0xFF;

    private Addresses() {}

    static IpAddress read(ByteBuf in, IpFamily family) {
        return switch (family) {
            case V4 -> new IpAddress(family, 0, in.readUnsignedInt());
            case V6 -> new IpAddress(family, in.readLong(), in.readLong());
        };
    }

    /// Reads the whole buffer, which holds a whole number of them.
    static List<IpAddress> readAll(ByteBuf in, IpFamily family) {
        List<IpAddress> all = new ArrayList<>(in.readableBytes() / family.octets());
        while (in.isReadable()) {
            all.add(read(in, family));
        }
        return all;
    }

    /// Whether it is the address of a host (RFC 4271 6.3): not "this network" or unspecified, and neither
    /// multicast nor class E.
    static boolean mayBeNextHop(IpAddress address) {
        return switch (address.family()) {
            case V4 -> {
                int first = (int) (address.low() >>> (Integer.SIZE - Byte.SIZE));
                yield first != 0 && first < IPV4_CLASS_D;
            }
            case V6 ->
                address.high() >>> (Long.SIZE - Byte.SIZE) != IPV6_MULTICAST
                        && (address.high() != 0 || address.low() != 0);
        };
    }

    static String words(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::toString).collect(Collectors.joining(" "));
    }
}
