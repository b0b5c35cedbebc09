package io.porterlb.bgp.net.nd;

import java.io.IOException;

/// The kernel refused a call.
final class SystemCallException extends IOException {
    private static final long serialVersionUID = 1;

    private final int errno;

    SystemCallException(String call, int errno) {
        super(call + " failed with errno " + errno);
        this.errno = errno;
    }

    /// As in errno(3).
    int errno() {
        return errno;
    }
}
