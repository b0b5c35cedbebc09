package io.porterlb.bgp.rib;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.wire.MessageHeader;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.attribute.AttributeWriter;
import io.porterlb.bgp.wire.attribute.MpReachNlri;
import io.porterlb.bgp.wire.attribute.MpUnreachNlri;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Nlri;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Fills UPDATEs of one family: takes as many paths out of a queue as fit into one message.
///
/// IPv4 routes go into the fields of RFC 4271, except those with an IPv6 next hop, which only MP_REACH_NLRI has
/// room for; it comes before all other attributes ([RFC 7606
/// 5.1](https://www.rfc-editor.org/rfc/rfc7606#section-5.1)).
final class UpdatePacker {
    private static final int ROOM = MessageHeader.MAX_LENGTH - Update.EMPTY_LENGTH;

    /// By which an attribute grows when its value is longer than 255 octets: the second octet of the length.
    private static final int EXTENDED_LENGTH = 1;

    private final AddressFamily family;
    private final CodecContext codec;
    private final boolean addPath;

    UpdatePacker(AddressFamily family, CodecContext codec) {
        this.family = family;
        this.codec = codec;
        this.addPath = codec.addPathSent().contains(family);
    }

    /// One message out of a queue that is not empty.
    ///
    /// @param taken hears of every path that is in the message
    Update pack(PathQueue queue, Consumer<Path> taken) {
        AttributeSet set = queue.attributes;
        if (set == null) {
            return withdraw(queue, taken);
        }
        return set.mpNextHops().isEmpty() ? announce(set, queue, taken) : announceByMp(set, queue, taken);
    }

    private Update withdraw(PathQueue queue, Consumer<Path> taken) {
        if (family.equals(AddressFamily.IPV4_UNICAST)) {
            return Update.withdrawing(take(queue, ROOM, taken));
        }
        int room = ROOM - length(List.of(new MpUnreachNlri(family, List.of()))) - EXTENDED_LENGTH;
        List<PathPrefix> withdrawn = take(queue, room, taken);
        return new Update(List.of(), List.of(new MpUnreachNlri(family, withdrawn)), List.of());
    }

    private Update announce(AttributeSet set, PathQueue queue, Consumer<Path> taken) {
        int room = ROOM - length(set.attributes());
        return new Update(List.of(), set.attributes(), take(queue, room, taken));
    }

    private Update announceByMp(AttributeSet set, PathQueue queue, Consumer<Path> taken) {
        int room = ROOM - length(withMpReach(set, List.of())) - EXTENDED_LENGTH;
        return new Update(List.of(), withMpReach(set, take(queue, room, taken)), List.of());
    }

    private List<PathAttribute> withMpReach(AttributeSet set, List<PathPrefix> announced) {
        List<PathAttribute> all = new ArrayList<>();
        all.add(new MpReachNlri(family, set.mpNextHops(), announced));
        all.addAll(set.attributes());
        return all;
    }

    private int length(List<PathAttribute> attributes) {
        ByteBuf out = Unpooled.buffer();
        AttributeWriter.write(attributes, out, codec);
        return out.readableBytes();
    }

    private List<PathPrefix> take(PathQueue queue, int room, Consumer<Path> taken) {
        List<PathPrefix> prefixes = new ArrayList<>();
        int left = room;
        Path path = queue.peek();
        while (path != null) {
            left -= length(path);
            if (left < 0) {
                break;
            }
            queue.remove(path);
            taken.accept(path);
            prefixes.add(new PathPrefix(path.id, path.prefix));
            path = queue.peek();
        }
        return prefixes;
    }

    private int length(Path path) {
        return Nlri.length(path.prefix) + (addPath ? Integer.BYTES : 0);
    }
}
