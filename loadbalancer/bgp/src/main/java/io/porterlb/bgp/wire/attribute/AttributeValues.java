package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Nlri;
import io.porterlb.bgp.wire.value.Octets;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the value of each known attribute, to the end of the buffer. What [RFC 7606
/// 7](https://www.rfc-editor.org/rfc/rfc7606#section-7) calls malformed is empty.
final class AttributeValues {
    private static final int IPV4_OCTETS = IpFamily.V4.octets();
    private static final int IPV6_OCTETS = IpFamily.V6.octets();
    private static final int MP_REACH_HEADER = 5;
    private static final int MP_UNREACH_HEADER = 3;

    private AttributeValues() {}

    static Optional<PathAttribute.Origin> origin(ByteBuf value, CodecContext context) {
        return value.readableBytes() == 1 ? PathAttribute.Origin.of(value.readUnsignedByte()) : Optional.empty();
    }

    static Optional<PathAttribute> asPath(ByteBuf value, CodecContext context) {
        return AsPathSegment.readAll(value, context.fourOctetAs()).map(PathAttribute.AsPath::new);
    }

    /// The value must be the address of a host: not "this network" and neither class D nor E (RFC 4271 6.3).
    static Optional<PathAttribute> nextHop(ByteBuf value, CodecContext context) {
        if (value.readableBytes() != IPV4_OCTETS) {
            return Optional.empty();
        }
        byte[] octets = new byte[IPV4_OCTETS];
        value.readBytes(octets);
        int first = Byte.toUnsignedInt(octets[0]);
        return first == 0 || first >= 224
                ? Optional.empty()
                : Optional.of(new PathAttribute.NextHop(IpAddress.ofOctets(octets)));
    }

    static Optional<PathAttribute> multiExitDisc(ByteBuf value, CodecContext context) {
        return number(value).map(PathAttribute.MultiExitDisc::new);
    }

    static Optional<PathAttribute> localPref(ByteBuf value, CodecContext context) {
        return number(value).map(PathAttribute.LocalPref::new);
    }

    private static Optional<Long> number(ByteBuf value) {
        return value.readableBytes() == Integer.BYTES ? Optional.of(value.readUnsignedInt()) : Optional.empty();
    }

    static Optional<PathAttribute> atomicAggregate(ByteBuf value, CodecContext context) {
        return value.isReadable() ? Optional.empty() : Optional.of(new PathAttribute.AtomicAggregate());
    }

    static Optional<PathAttribute> aggregator(ByteBuf value, CodecContext context) {
        int asOctets = context.fourOctetAs() ? Integer.BYTES : Short.BYTES;
        return octets(value, asOctets + IPV4_OCTETS).map(PathAttribute.Aggregator::new);
    }

    static Optional<PathAttribute> as4Aggregator(ByteBuf value, CodecContext context) {
        return octets(value, Integer.BYTES + IPV4_OCTETS).map(PathAttribute.As4Aggregator::new);
    }

    private static Optional<Octets> octets(ByteBuf value, int length) {
        return value.readableBytes() == length ? Optional.of(Octets.readAll(value)) : Optional.empty();
    }

    static Optional<PathAttribute> communities(ByteBuf value, CodecContext context) {
        int length = value.readableBytes();
        if (length == 0 || length % Integer.BYTES != 0) {
            return Optional.empty();
        }
        List<Integer> communities = new ArrayList<>(length / Integer.BYTES);
        while (value.isReadable()) {
            communities.add(value.readInt());
        }
        return Optional.of(new PathAttribute.Communities(communities));
    }

    /// Empty if it is cut off, its next hop has a length that no family of ours has, or its NLRI can't be read.
    static Optional<PathAttribute> mpReachNlri(ByteBuf value, CodecContext context) {
        if (value.readableBytes() < MP_REACH_HEADER) {
            return Optional.empty();
        }
        AddressFamily family = new AddressFamily(value.readUnsignedShort(), value.readUnsignedByte());
        if (!context.families().contains(family)) {
            return unused(AttributeType.MP_REACH_NLRI, value.readerIndex(0));
        }
        int length = value.readUnsignedByte();
        if (length + 1 > value.readableBytes()) {
            return Optional.empty();
        }
        Optional<List<IpAddress>> nextHops = nextHops(value.readSlice(length));
        value.skipBytes(1); // reserved
        return nextHops.flatMap(
                hops -> nlri(value, family, context).map(nlri -> new PathAttribute.MpReachNlri(family, hops, nlri)));
    }

    private static Optional<List<IpAddress>> nextHops(ByteBuf value) {
        int length = value.readableBytes();
        if (length == IPV4_OCTETS) {
            return Optional.of(List.of(address(value, IPV4_OCTETS)));
        }
        if (length != IPV6_OCTETS && length != 2 * IPV6_OCTETS) {
            return Optional.empty();
        }
        List<IpAddress> hops = new ArrayList<>();
        while (value.isReadable()) {
            hops.add(address(value, IPV6_OCTETS));
        }
        return Optional.of(hops);
    }

    private static IpAddress address(ByteBuf value, int length) {
        byte[] octets = new byte[length];
        value.readBytes(octets);
        return IpAddress.ofOctets(octets);
    }

    static Optional<PathAttribute> mpUnreachNlri(ByteBuf value, CodecContext context) {
        if (value.readableBytes() < MP_UNREACH_HEADER) {
            return Optional.empty();
        }
        AddressFamily family = new AddressFamily(value.readUnsignedShort(), value.readUnsignedByte());
        if (!context.families().contains(family)) {
            return unused(AttributeType.MP_UNREACH_NLRI, value.readerIndex(0));
        }
        return nlri(value, family, context).map(nlri -> new PathAttribute.MpUnreachNlri(family, nlri));
    }

    /// Routes of a family that was not agreed on are ignored, however they are coded.
    private static Optional<PathAttribute> unused(AttributeType type, ByteBuf value) {
        return Optional.of(new PathAttribute.Unknown(type.flags(), type.code(), Octets.readAll(value)));
    }

    private static Optional<List<PathPrefix>> nlri(ByteBuf value, AddressFamily family, CodecContext context) {
        boolean addPath = context.addPathReceived().contains(family);
        return family.addresses().flatMap(addresses -> Nlri.read(value, addresses, addPath));
    }

    static Optional<PathAttribute> as4Path(ByteBuf value, CodecContext context) {
        return AsPathSegment.readAll(value, true).map(PathAttribute.As4Path::new);
    }
}
