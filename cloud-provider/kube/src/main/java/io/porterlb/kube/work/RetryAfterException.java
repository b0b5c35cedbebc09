package io.porterlb.kube.work;

import java.time.Duration;

/// A [Task] could not do its work yet, and knows when it is worth another try. Not a failure: it neither counts among
/// the failures of its key nor ends their row, as `api.RetryError` of `k8s.io/cloud-provider`.
public final class RetryAfterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration delay;

    /// @param message why, as a sentence
    public RetryAfterException(Duration delay, String message) {
        super(message);
        this.delay = delay;
    }

    /// How long to wait.
    public Duration delay() {
        return delay;
    }
}
