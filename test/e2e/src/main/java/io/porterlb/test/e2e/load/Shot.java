package io.porterlb.test.e2e.load;

import java.time.Duration;
import java.util.Optional;

/// One request on a connection of its own.
///
/// @param started when the connection was begun, since the load began
/// @param took until the whole answer was there, or until it was given up
/// @param answer the body; empty if there was no answer in time
/// @param failure why there was no answer, in the words of the socket; empty if there was one
public record Shot(Duration started, Duration took, Optional<String> answer, String failure) {
    public boolean failed() {
        return answer.isEmpty();
    }

    public Duration ended() {
        return started.plus(took);
    }
}
