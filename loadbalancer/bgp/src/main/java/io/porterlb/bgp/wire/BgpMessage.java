package io.porterlb.bgp.wire;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;

/// A BGP message.
public sealed interface BgpMessage permits Open, Update, Notification, Keepalive, RouteRefresh {
    MessageType type();

    /// Writes what follows the header.
    void writeBody(ByteBuf out, CodecContext context);
}
