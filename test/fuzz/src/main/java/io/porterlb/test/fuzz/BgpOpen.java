package io.porterlb.test.fuzz;

import io.porterlb.bgp.wire.value.CodecContext;

/// OPEN with its capabilities: all octets are the body.
public final class BgpOpen {
    private static final int TYPE = 1;

    private BgpOpen() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Framed.check(TYPE, data, 0, CodecContext.INITIAL);
    }
}
