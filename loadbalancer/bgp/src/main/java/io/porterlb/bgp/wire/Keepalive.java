package io.porterlb.bgp.wire;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;

/// KEEPALIVE ([RFC 4271 4.4](https://www.rfc-editor.org/rfc/rfc4271#section-4.4)): a header and nothing else.
public record Keepalive() implements BgpMessage {
    @Override
    public MessageType type() {
        return MessageType.KEEPALIVE;
    }

    @Override
    public void writeBody(ByteBuf out, CodecContext context) {}
}
