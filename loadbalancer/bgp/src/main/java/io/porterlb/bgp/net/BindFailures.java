package io.porterlb.bgp.net;

import io.porterlb.bgp.Failure;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Locale;

/// Why the speaker cannot listen, in words.
final class BindFailures {
    private BindFailures() {}

    static Failure of(InetSocketAddress wanted, Throwable cause, Instant at) {
        String detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String words = detail.toLowerCase(Locale.ROOT);
        String where = wanted.getAddress().getHostAddress() + " port " + wanted.getPort();
        if (words.contains("in use")) {
            String hint = "another program listens there already, for instance a CNI plugin that speaks BGP.";
            return new Failure("AddressInUse", "cannot listen at " + where + ": " + hint, at);
        }
        if (words.contains("permission")) {
            String hint = "a port below 1024 needs the capability NET_BIND_SERVICE.";
            return new Failure("PermissionDenied", "cannot listen at " + where + ": " + hint, at);
        }
        if (words.contains("cannot assign")) {
            return new Failure("NoLocalAddress", "cannot listen at " + where + ": it is no address of ours.", at);
        }
        return new Failure("ListenFailed", "cannot listen at " + where + ": " + detail + ".", at);
    }
}
