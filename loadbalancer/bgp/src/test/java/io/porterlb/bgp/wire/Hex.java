package io.porterlb.bgp.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.HexFormat;

/// Octets in tests: hexadecimal digits with blanks and line ends where they help, and `#` before a remark.
final class Hex {
    private Hex() {}

    static byte[] bytes(String annotated) {
        String digits = annotated.replaceAll("#.*", "").replaceAll("\\s", "");
        return HexFormat.of().parseHex(digits);
    }

    static ByteBuf buffer(String annotated) {
        return Unpooled.wrappedBuffer(bytes(annotated));
    }

    static String of(BgpMessage message, CodecContext context) {
        ByteBuf out = Unpooled.buffer();
        MessageWriter.write(message, out, context);
        return ByteBufUtil.hexDump(out);
    }
}
