package io.porterlb.test.e2e.load;

import java.time.Duration;
import java.util.Optional;

/// One request on a connection of its own.
///
/// @param started when the connection was begun, since the load began
/// @param took until the whole answer was there, or until it was given up
/// @param answer the body; empty if there was no answer in time
public record Shot(Duration started, Duration took, Optional<String> answer) {
    public boolean failed() {
        return answer.isEmpty();
    }

    public Duration ended() {
        return started.plus(took);
    }
}
