package io.porterlb.manager.service;

/// A write was refused because the cluster is no longer as it was seen. The message is the API server's.
final class OutdatedException extends Exception {
    private static final long serialVersionUID = 1L;

    OutdatedException(String message) {
        super(message);
    }
}
