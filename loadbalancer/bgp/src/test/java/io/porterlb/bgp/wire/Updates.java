package io.porterlb.bgp.wire;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.Set;

/// UPDATEs for tests, put together from their fields as hexadecimal digits, and read.
final class Updates {
    static final CodecContext EXTERNAL = CodecContext.ipv4(true, true);
    static final CodecContext INTERNAL = CodecContext.ipv4(true, false);
    static final CodecContext NARROW = CodecContext.ipv4(false, true);

    static final CodecContext BOTH =
            CodecContext.of(true, true, Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST));

    static final String ORIGIN = "40 01 01 00 ";
    static final String AS_PATH = "40 02 06 02 01 0000fde9 ";
    static final String NEXT_HOP = "40 03 04 c0000201 ";
    static final String GOOD = ORIGIN + AS_PATH + NEXT_HOP;
    static final String NLRI = "20 cb007105";

    private Updates() {}

    static ReadResult read(String withdrawn, String attributes, String nlri, CodecContext context) {
        int withdrawnLength = Hex.bytes(withdrawn).length;
        int attributesLength = Hex.bytes(attributes).length;
        String body = String.format("%04x", withdrawnLength)
                + withdrawn
                + String.format("%04x", attributesLength)
                + attributes
                + nlri;
        return readBody(body, context);
    }

    static ReadResult readBody(String body, CodecContext context) {
        String length = String.format("%04x", Hex.bytes(body).length + MessageHeader.LENGTH);
        return MessageReader.read(Hex.buffer("ff".repeat(16) + length + "02" + body), context)
                .orElseThrow();
    }

    static void assertReset(NotificationCode code, ReadResult result) {
        ReadResult.Refused refused = assertInstanceOf(ReadResult.Refused.class, result);
        assertTrue(refused.notification().is(code), refused.toString());
    }

    static Update ok(ReadResult result) {
        return assertInstanceOf(
                Update.class, assertInstanceOf(ReadResult.Ok.class, result).message());
    }
}
