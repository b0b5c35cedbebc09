package io.porterlb.kube;

/// The API server could not be reached, may not be used in this way, or failed. The message is a sentence that names
/// the object and the reason. Try again later.
public final class KubeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KubeException(String message, Throwable cause) {
        super(message, cause);
    }
}
