package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Nlri;
import io.porterlb.bgp.wire.value.Octets;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What MP_REACH_NLRI and MP_UNREACH_NLRI have in common.
final class MpFamily {
    private MpFamily() {}

    /// Routes that nobody asked for do no harm, however they are coded: those of a family that we don't know
    /// are kept as octets, those of a family that was not agreed on are dropped. Empty if the routes are to
    /// be read.
    static Optional<AttributeValue> unused(
            AddressFamily family, CodecContext context, AttributeType type, ByteBuf value) {
        if (context.families().contains(family) && family.addresses().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                family.addresses().isPresent()
                        ? new AttributeValue.Ignored("is for " + family + ", which was not agreed on")
                        : AttributeValue.good(
                                new UnknownAttribute(type.flags(), type.code(), Octets.readAll(value.readerIndex(0)))));
    }

    /// Reads the rest of the buffer; empty if a prefix is none.
    static Optional<List<PathPrefix>> nlri(ByteBuf in, AddressFamily family, CodecContext context) {
        boolean addPath = context.addPathReceived().contains(family);
        return family.addresses().flatMap(addresses -> Nlri.read(in, addresses, addPath));
    }

    static String words(List<PathPrefix> prefixes) {
        return prefixes.stream().map(path -> path.prefix().toString()).collect(Collectors.joining(" "));
    }
}
