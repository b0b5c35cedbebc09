package io.porterlb.layer2.rtnetlink;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// RTM_NEWROUTE: the answer to where the kernel would send to.
public final class RouteMessage {
    private static final int HEADER_LENGTH = 12; // struct rtmsg
    private static final int UNICAST = 1; // RTN_UNICAST
    private static final int OUTPUT = 4; // RTA_OIF

    private RouteMessage() {}

    /// Number of the interface; empty for what is sent nowhere, or to this machine.
    public static OptionalInt device(NetlinkMessage message) {
        ByteBuffer body = message.body();
        return !message.isLast() && body.get(7) == UNICAST
                ? Attributes.after(body, HEADER_LENGTH)
                        .number(OUTPUT)
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty)
                : OptionalInt.empty();
    }
}
