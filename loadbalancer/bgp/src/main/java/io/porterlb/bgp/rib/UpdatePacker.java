package io.porterlb.bgp.rib;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.wire.MessageHeader;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.attribute.AttributeWriter;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Nlri;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SequencedSet;

/// Fills UPDATEs: takes as many prefixes out of a set as fit into one message.
final class UpdatePacker {
    private final CodecContext codec;

    UpdatePacker(CodecContext codec) {
        this.codec = codec;
    }

    Update withdraw(SequencedSet<Prefix> prefixes) {
        return Update.withdrawing(take(prefixes, MessageHeader.MAX_LENGTH - Update.EMPTY_LENGTH));
    }

    Update announce(AttributeSet set, SequencedSet<Prefix> prefixes) {
        int room = MessageHeader.MAX_LENGTH - Update.EMPTY_LENGTH - length(set);
        return new Update(List.of(), set.attributes(), take(prefixes, room));
    }

    private int length(AttributeSet set) {
        ByteBuf out = Unpooled.buffer();
        AttributeWriter.write(set.attributes(), out, codec);
        return out.readableBytes();
    }

    private static List<PathPrefix> take(SequencedSet<Prefix> prefixes, int room) {
        List<PathPrefix> taken = new ArrayList<>();
        int left = room;
        Iterator<Prefix> rest = prefixes.iterator();
        while (rest.hasNext()) {
            Prefix prefix = rest.next();
            left -= Nlri.length(prefix);
            if (left < 0) {
                break;
            }
            taken.add(PathPrefix.of(prefix));
            rest.remove();
        }
        return taken;
    }
}
