package io.porterlb.bgp.net;

import java.io.IOException;

/// A connection cannot even be tried on this machine; the message says why.
final class UnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    UnavailableException(String message) {
        super(message);
    }
}
