package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Nlri;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.List;
import java.util.Optional;

/// MP_REACH_NLRI ([RFC 4760 3](https://www.rfc-editor.org/rfc/rfc4760#section-3)): announced routes of a
/// family.
///
/// @param nextHops one address, or a global and a link-local IPv6 address ([RFC 2545
///     3](https://www.rfc-editor.org/rfc/rfc2545#section-3))
public record MpReachNlri(AddressFamily family, List<IpAddress> nextHops, List<PathPrefix> announced)
        implements PathAttribute {
    private static final int HEADER = 5;

    public MpReachNlri {
        nextHops = List.copyOf(nextHops);
        announced = List.copyOf(announced);
    }

    static AttributeValue read(ByteBuf in, CodecContext context) {
        if (in.readableBytes() < HEADER) {
            return AttributeValue.badLength(in.readableBytes());
        }
        AddressFamily family = new AddressFamily(in.readUnsignedShort(), in.readUnsignedByte());
        return MpFamily.unused(family, context, AttributeType.MP_REACH_NLRI, in)
                .orElseGet(() -> read(family, in, context));
    }

    /// A next hop of an unexpected length ends the session: where the prefixes begin is not certain then
    /// (RFC 7606 7.11).
    private static AttributeValue read(AddressFamily family, ByteBuf in, CodecContext context) {
        int length = in.readUnsignedByte();
        Optional<IpFamily> hopFamily = nextHopFamily(family, length, context);
        if (hopFamily.isEmpty() || length + 1 > in.readableBytes()) {
            return AttributeValue.malformed("has a next hop of " + length + " octets");
        }
        List<IpAddress> nextHops = Addresses.readAll(in.readSlice(length), hopFamily.get());
        in.skipBytes(1); // reserved
        return MpFamily.nlri(in, family, context)
                .map(announced -> checked(new MpReachNlri(family, nextHops, announced)))
                .orElseGet(() -> AttributeValue.malformed("has a prefix that is none"));
    }

    /// What an address in a next hop of this length is: IPv6, one or two, or IPv4. IPv4 routes have one of
    /// IPv6 only if that was agreed on (RFC 8950 4).
    private static Optional<IpFamily> nextHopFamily(AddressFamily family, int length, CodecContext context) {
        boolean ipv4 = family.equals(AddressFamily.IPV4_UNICAST);
        if (ipv4 && length == IpFamily.V4.octets()) {
            return Optional.of(IpFamily.V4);
        }
        boolean ipv6Length = length == IpFamily.V6.octets() || length == 2 * IpFamily.V6.octets();
        return ipv6Length && (!ipv4 || context.extendedNextHop()) ? Optional.of(IpFamily.V6) : Optional.empty();
    }

    private static AttributeValue checked(MpReachNlri read) {
        IpAddress first = read.nextHops.getFirst();
        return Addresses.mayBeNextHop(first)
                ? AttributeValue.good(read)
                : new AttributeValue.Unusable(
                        read, "has the next hop " + first + ", which is not the address of a host");
    }

    @Override
    public int code() {
        return AttributeType.MP_REACH_NLRI.code();
    }

    /// Prefixes, then the next hop: `2001:db8::/32 via 2001:db8::1`.
    @Override
    public String words() {
        return MpFamily.words(announced) + " via " + Addresses.words(nextHops);
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        out.writeShort(family.afi()).writeByte(family.safi());
        out.writeByte(nextHops.stream().mapToInt(hop -> hop.family().octets()).sum());
        nextHops.forEach(hop -> out.writeBytes(hop.toOctets()));
        out.writeByte(0); // reserved
        Nlri.write(announced, out, context.addPathSent().contains(family));
    }
}
