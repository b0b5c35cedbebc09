package io.porterlb.libc;

import java.io.IOException;

/// The kernel refused a call.
public final class SystemCallException extends IOException {
    private static final long serialVersionUID = 1;

    private final int errno;

    SystemCallException(String call, int errno) {
        super(call + " failed with errno " + errno);
        this.errno = errno;
    }

    /// As in errno(3).
    public int errno() {
        return errno;
    }
}
