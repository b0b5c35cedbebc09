package io.porterlb.kube.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The API server answered with something other than success. Never leaves this module: it becomes a
/// `WriteResult`, a `KubeException`, or a reason to wait.
public final class ApiStatusException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final int code;
    private final String reason;
    private final transient Optional<Duration> retryAfter;
    private final transient Set<String> fields;

    public ApiStatusException(
            int code, String reason, String message, Optional<Duration> retryAfter, Set<String> fields) {
        super(message);
        this.fields = Set.copyOf(fields);
        this.code = code;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /// HTTP status code.
    public int code() {
        return code;
    }

    /// Whether the server understood and will say the same again: 4xx, except that it is busy.
    public boolean isRefusal() {
        return code >= BAD_REQUEST && code < SERVER_ERROR && code != TOO_MANY_REQUESTS;
    }

    /// `reason` of the Status object, such as `Conflict` or `AlreadyExists`; empty if the server sent none.
    public String reason() {
        return reason;
    }

    /// Paths of the fields that the server objects to; empty if it names none.
    public Set<String> fields() {
        return fields;
    }

    /// How long the server asks us to stay away.
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
