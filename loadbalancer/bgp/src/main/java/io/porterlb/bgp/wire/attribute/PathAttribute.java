package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Nlri;
import io.porterlb.bgp.wire.value.Octets;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One path attribute ([RFC 4271 5](https://www.rfc-editor.org/rfc/rfc4271#section-5)).
public sealed interface PathAttribute {
    /// Type code, 0 to 255.
    int code();

    /// The attribute flags to write; the Extended Length bit is the writer's.
    default int flags() {
        return AttributeType.of(code()).orElseThrow().flags();
    }

    void writeValue(ByteBuf out, CodecContext context);

    /// ORIGIN (RFC 4271 5.1.1), with its values in 4.3.
    enum Origin implements PathAttribute {
        IGP(0),
        EGP(1),
        INCOMPLETE(2);

        private final int value;

        Origin(int value) {
            this.value = value;
        }

        static Optional<Origin> of(int value) {
            return Arrays.stream(values())
                    .filter(origin -> origin.value == value)
                    .findFirst();
        }

        @Override
        public int code() {
            return AttributeType.ORIGIN.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            out.writeByte(value);
        }
    }

    /// AS_PATH (RFC 4271 5.1.2). Its AS numbers have two octets or four, as the session agreed; a number that does not
    /// fit is written as AS_TRANS ([RFC 6793 4.2.2](https://www.rfc-editor.org/rfc/rfc6793#section-4.2.2)).
    record AsPath(List<AsPathSegment> segments) implements PathAttribute {
        public static final AsPath EMPTY = new AsPath(List.of());

        public AsPath {
            segments = List.copyOf(segments);
        }

        @Override
        public int code() {
            return AttributeType.AS_PATH.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            segments.forEach(segment -> segment.write(out, context.fourOctetAs()));
        }
    }

    /// NEXT_HOP (RFC 4271 5.1.3), an IPv4 address.
    record NextHop(IpAddress address) implements PathAttribute {
        @Override
        public int code() {
            return AttributeType.NEXT_HOP.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            out.writeBytes(address.toOctets());
        }
    }

    /// MULTI_EXIT_DISC (RFC 4271 5.1.4), an unsigned 32-bit number.
    record MultiExitDisc(long value) implements PathAttribute {
        @Override
        public int code() {
            return AttributeType.MULTI_EXIT_DISC.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            out.writeInt((int) value);
        }
    }

    /// LOCAL_PREF (RFC 4271 5.1.5), an unsigned 32-bit number; to internal peers only.
    record LocalPref(long value) implements PathAttribute {
        @Override
        public int code() {
            return AttributeType.LOCAL_PREF.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            out.writeInt((int) value);
        }
    }

    /// ATOMIC_AGGREGATE (RFC 4271 5.1.6).
    record AtomicAggregate() implements PathAttribute {
        @Override
        public int code() {
            return AttributeType.ATOMIC_AGGREGATE.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {}
    }

    /// AGGREGATOR (RFC 4271 5.1.7): kept as received, two or four octets of AS number and an address.
    record Aggregator(Octets value) implements PathAttribute {
        @Override
        public int code() {
            return AttributeType.AGGREGATOR.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            value.write(out);
        }
    }

    /// COMMUNITIES ([RFC 1997](https://www.rfc-editor.org/rfc/rfc1997)), each 32 bits.
    record Communities(List<Integer> values) implements PathAttribute {
        public Communities {
            values = List.copyOf(values);
        }

        @Override
        public int code() {
            return AttributeType.COMMUNITIES.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            values.forEach(out::writeInt);
        }
    }

    /// MP_REACH_NLRI ([RFC 4760 3](https://www.rfc-editor.org/rfc/rfc4760#section-3)): announced routes of a family.
    ///
    /// @param nextHops one address, or a global and a link-local IPv6 address
    ///     ([RFC 2545 3](https://www.rfc-editor.org/rfc/rfc2545#section-3))
    record MpReachNlri(AddressFamily family, List<IpAddress> nextHops, List<PathPrefix> announced)
            implements PathAttribute {
        public MpReachNlri {
            nextHops = List.copyOf(nextHops);
            announced = List.copyOf(announced);
        }

        @Override
        public int code() {
            return AttributeType.MP_REACH_NLRI.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            out.writeShort(family.afi()).writeByte(family.safi());
            out.writeByte(
                    nextHops.stream().mapToInt(hop -> hop.family().octets()).sum());
            nextHops.forEach(hop -> out.writeBytes(hop.toOctets()));
            out.writeByte(0); // reserved
            Nlri.write(announced, out, context.addPathSent().contains(family));
        }
    }

    /// MP_UNREACH_NLRI (RFC 4760 4): withdrawn routes of a family; none for End-of-RIB.
    record MpUnreachNlri(AddressFamily family, List<PathPrefix> withdrawn) implements PathAttribute {
        public MpUnreachNlri {
            withdrawn = List.copyOf(withdrawn);
        }

        @Override
        public int code() {
            return AttributeType.MP_UNREACH_NLRI.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            out.writeShort(family.afi()).writeByte(family.safi());
            Nlri.write(withdrawn, out, context.addPathSent().contains(family));
        }
    }

    /// AS4_PATH ([RFC 6793 3](https://www.rfc-editor.org/rfc/rfc6793#section-3)): the path in four-octet numbers, for
    /// a peer whose AS_PATH has two-octet ones.
    record As4Path(List<AsPathSegment> segments) implements PathAttribute {
        public As4Path {
            segments = List.copyOf(segments);
        }

        @Override
        public int code() {
            return AttributeType.AS4_PATH.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            segments.forEach(segment -> segment.write(out, true));
        }
    }

    /// AS4_AGGREGATOR (RFC 6793 3): kept as received.
    record As4Aggregator(Octets value) implements PathAttribute {
        @Override
        public int code() {
            return AttributeType.AS4_AGGREGATOR.code();
        }

        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            value.write(out);
        }
    }

    /// An optional transitive attribute that we don't know: kept with the Partial bit (RFC 4271 5).
    record Unknown(int flags, int code, Octets value) implements PathAttribute {
        @Override
        public void writeValue(ByteBuf out, CodecContext context) {
            value.write(out);
        }
    }
}
