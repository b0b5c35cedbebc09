package io.porterlb.layer2.net;

import io.porterlb.libc.SystemCallException;

/// Why nothing can be said on a link, in words.
public final class LinkFailures {
    private static final int EPERM = 1;
    private static final int ENXIO = 6;
    private static final int EACCES = 13;
    private static final int ENODEV = 19;
    private static final int ENETDOWN = 100;

    private LinkFailures() {}

    /// Whether the interface went down or away meanwhile.
    public static boolean isLinkDown(SystemCallException failure) {
        return switch (failure.errno()) {
            case ENXIO, ENODEV, ENETDOWN -> true;
            default -> false;
        };
    }

    /// What the kernel refused.
    public static String of(SystemCallException failure) {
        return switch (failure.errno()) {
            case EPERM, EACCES -> "this needs the capability NET_RAW.";
            default -> failure.getMessage() + ".";
        };
    }
}
