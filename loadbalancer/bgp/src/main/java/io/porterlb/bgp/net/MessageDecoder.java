package io.porterlb.bgp.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.porterlb.bgp.wire.MessageReader;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.List;
import java.util.Optional;

/// Octets to [ReadResult]s. After a refusal everything else is thrown away.
final class MessageDecoder extends ByteToMessageDecoder {
    private CodecContext context = CodecContext.INITIAL;
    private boolean refused;

    void use(CodecContext negotiated) {
        context = negotiated;
    }

    /// Nothing that comes from now on is of interest.
    void stop() {
        refused = true;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (!refused) {
            Optional<ReadResult> result = MessageReader.read(in, context);
            result.ifPresent(out::add);
            refused = result.isPresent() && result.get() instanceof ReadResult.Refused;
        }
        if (refused) {
            in.skipBytes(in.readableBytes());
        }
    }
}
