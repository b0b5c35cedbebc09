package io.porterlb.bgp.net.nd;

import io.porterlb.bgp.fsm.SessionFault;
import io.porterlb.libc.SystemCallException;

/// Why routers on a link are not looked for, in words.
final class NdFailures {
    private static final int EPERM = 1;
    private static final int ENXIO = 6;
    private static final int EACCES = 13;
    private static final int ENODEV = 19;
    private static final int EAFNOSUPPORT = 97;
    private static final int EADDRNOTAVAIL = 99;
    private static final int ENETDOWN = 100;
    private static final int ENETUNREACH = 101;

    private NdFailures() {}

    static SessionFault of(String device, SystemCallException failure) {
        return switch (failure.errno()) {
            case EPERM, EACCES -> fault("PermissionDenied", device, "this needs the capability NET_RAW.");
            case ENODEV, ENXIO -> fault("NoInterface", device, "there is no network interface of that name.");
            case EADDRNOTAVAIL, ENETUNREACH, EAFNOSUPPORT ->
                fault("NoLinkLocalAddress", device, "it has no IPv6 link-local address; is IPv6 off there?");
            case ENETDOWN -> fault("InterfaceDown", device, "the interface is down.");
            default -> fault("NeighborSearchFailed", device, failure.getMessage() + ".");
        };
    }

    /// The launcher did not allow it, or this is no Linux.
    static SessionFault noNativeAccess(String device) {
        String hint = "calls of the C library are not possible; start Java with --enable-native-access.";
        return fault("NoNativeAccess", device, hint);
    }

    static SessionFault unexpected(String device, RuntimeException e) {
        return fault("NeighborSearchFailed", device, "an error in this program, " + e + ".");
    }

    private static SessionFault fault(String reason, String device, String why) {
        return new SessionFault(reason, "cannot look for a router on " + device + ": " + why);
    }
}
