package io.porterlb.bgp.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.MessageWriter;
import io.porterlb.bgp.wire.value.CodecContext;

/// Messages to octets.
final class MessageEncoder extends MessageToByteEncoder<BgpMessage> {
    private CodecContext context = CodecContext.INITIAL;

    MessageEncoder() {
        super(BgpMessage.class);
    }

    void use(CodecContext negotiated) {
        context = negotiated;
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, BgpMessage message, ByteBuf out) {
        MessageWriter.write(message, out, context);
    }
}
