package io.porterlb.kube;

import io.porterlb.kube.http.ApiStatusException;

/// The API server could not be reached, may not be used in this way or by this process now, or failed. The
/// message is a sentence that names the object and the reason. Try again later.
public final class KubeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KubeException(String message, Throwable cause) {
        super(message, cause);
    }

    public KubeException(String message) {
        super(message);
    }

    /// Whether the API server understood and said no, so that the same request will fail again.
    public boolean isRefusal() {
        return getCause() instanceof ApiStatusException status && status.isRefusal();
    }
}
