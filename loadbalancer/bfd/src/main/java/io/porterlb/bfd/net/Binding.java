package io.porterlb.bfd.net;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.net.InetSocketAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a socket is bound to, and what it means if it can't be.
final class Binding {
    private static final IpAddress ANY_V4 = IpAddress.of("0.0.0.0");
    private static final IpAddress ANY_V6 = IpAddress.of("::");

    private Binding() {}

    static InetSocketAddress of(Endpoint endpoint, int port) {
        IpAddress any = endpoint.family() == IpFamily.V4 ? ANY_V4 : ANY_V6;
        return new InetSocketAddress(endpoint.address().orElse(any).toInetAddress(), port);
    }

    /// The end of a sentence. Netty's exceptions have no error numbers in them, so the system's words tell.
    static String reason(@Nullable Throwable cause) {
        String words = String.valueOf(cause == null ? null : cause.getMessage());
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("in use")) {
            return "another program has it; only one can speak BFD at an address.";
        }
        if (lower.contains("cannot assign requested address")) {
            return "the address is not this machine's.";
        }
        if (lower.contains("no such device")) {
            return "there is no such interface.";
        }
        if (lower.contains("not permitted") || lower.contains("permission denied")) {
            return "not permitted (CAP_NET_RAW is needed for an interface).";
        }
        return words + ".";
    }
}
