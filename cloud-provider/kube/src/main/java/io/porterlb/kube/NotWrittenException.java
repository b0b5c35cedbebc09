package io.porterlb.kube;

/// A write was refused, mostly because the cluster is no longer as it was seen. The message is a sentence, the API
/// server's own where it has one.
public final class NotWrittenException extends Exception {
    private static final long serialVersionUID = 1L;

    NotWrittenException(String message) {
        super(message);
    }
}
