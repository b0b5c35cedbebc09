package io.porterlb.layer2.net;

import io.porterlb.libc.SystemCallException;

/// Why nothing can be said on a link, in words.
public final class LinkFailures {
    private static final int EPERM = 1;
    private static final int ENXIO = 6;
    private static final int ENOMEM = 12;
    private static final int EACCES = 13;
    private static final int ENODEV = 19;

    /// All that is passed to the kernel is always the same, but for the group to join.
    private static final int EINVAL = 22;

    private static final int ENFILE = 23;
    private static final int EMFILE = 24;
    private static final int EAFNOSUPPORT = 97;
    private static final int ENETDOWN = 100;
    private static final int ENOBUFS = 105;

    private LinkFailures() {}

    /// Whether the interface went down or away meanwhile.
    public static boolean isLinkDown(SystemCallException failure) {
        return switch (failure.errno()) {
            case ENXIO, ENODEV, ENETDOWN -> true;
            default -> false;
        };
    }

    /// What the kernel refused, and what to do about it.
    public static String of(SystemCallException failure) {
        return switch (failure.errno()) {
            case EPERM, EACCES -> "this needs the capability NET_RAW.";
            case EMFILE -> "this process has as many files open as it may; raise its limit (ulimit -n).";
            case ENFILE -> "this machine has as many files open as it may; raise fs.file-max.";
            case ENOMEM, ENOBUFS -> "the kernel has no memory for its sockets; look at net.core.optmem_max.";
            case EAFNOSUPPORT -> "the kernel has no such sockets; it needs those for packets and for IPv6.";
            case EINVAL -> "IPv6 can't join a group there; look at its MTU, which must be 1280 at least.";
            default -> failure.getMessage() + ".";
        };
    }
}
