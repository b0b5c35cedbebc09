package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;

/// One path attribute ([RFC 4271 5](https://www.rfc-editor.org/rfc/rfc4271#section-5)). Each known one is a
/// record in a file of its own, with its fields, its reading and its writing; [AttributeType] is the index.
public sealed interface PathAttribute
        permits Origin,
                AsPath,
                NextHop,
                MultiExitDisc,
                LocalPref,
                AtomicAggregate,
                Aggregator,
                Communities,
                OriginatorId,
                ClusterList,
                MpReachNlri,
                MpUnreachNlri,
                ExtendedCommunities,
                As4Path,
                As4Aggregator,
                LargeCommunities,
                OnlyToCustomer,
                UnknownAttribute {
    /// Type code, 0 to 255.
    int code();

    /// The attribute flags to write; the Extended Length bit is the writer's.
    default int flags() {
        return AttributeType.of(code()).orElseThrow().flags();
    }

    /// The value for people, in the notation that is usual for it: `65001 65002`, `65000:1 65000:2`. Empty if
    /// there is none to show.
    String words();

    void writeValue(ByteBuf out, CodecContext context);
}
