package io.porterlb.kube.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `Retry-After` header in its form of seconds, the only one that the API server sends
/// ([RFC 9110 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)).
final class RetryAfter {
    private static final int MAX_DIGITS = 6;

    private RetryAfter() {}

    static Optional<Duration> parse(@Nullable String header) {
        if (header == null || header.length() > MAX_DIGITS || !header.matches("[0-9]+")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
    }
}
