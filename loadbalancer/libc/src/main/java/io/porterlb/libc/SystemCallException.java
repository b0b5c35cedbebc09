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

    /// For errors that are not returned by a call but read in an answer.
    ///
    /// @param errno 0 if there is none
    /// @throws SystemCallException if there is one
    public static void check(String what, int errno) throws SystemCallException {
        if (errno != 0) {
            throw new SystemCallException(what, errno);
        }
    }

    /// As in errno(3).
    public int errno() {
        return errno;
    }
}
