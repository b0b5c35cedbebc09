package io.porterlb.test.fuzz;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.wire.MessageReader;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.Optional;

/// What a peer sends, message after message: the first octet is what the speakers agreed on ([Contexts]).
public final class BgpStream {
    private BgpStream() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        CodecContext context = Contexts.of(data[0]);
        ByteBuf in = Unpooled.wrappedBuffer(data, 1, data.length - 1);
        boolean goesOn = true;
        while (goesOn) {
            goesOn = next(in, context);
        }
    }

    /// Reads one; false after the last that is whole, and after one that ends the session.
    private static boolean next(ByteBuf in, CodecContext context) {
        int before = in.readerIndex();
        Optional<ReadResult> result = MessageReader.read(in, context);
        if (result.isEmpty()) {
            Check.that(in.readerIndex() == before, "something was read of a message that is not there yet", in);
            return false;
        }
        BgpRoundTrip.check(result.get(), context);
        boolean ends = result.get() instanceof ReadResult.Refused;
        Check.that(ends || in.readerIndex() > before, "a message that took nothing", result);
        return !ends;
    }
}
