package io.porterlb.test.e2e.load;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// What became of connections that were kept open.
///
/// @param connections how many there were
/// @param answers how many requests were answered, over all of them
/// @param longestWait for one answer, on any connection: what a loss costs that TCP made good
/// @param broken those that ended before they were closed, in the order in which it was seen
public record OpenConnectionsResult(int connections, long answers, Duration longestWait, List<Broken> broken) {
    public OpenConnectionsResult {
        broken = broken.stream().sorted(Comparator.comparing(Broken::at)).toList();
    }

    /// A connection that ended too early.
    ///
    /// @param number of the connection, from 1
    /// @param at since the connections were opened
    /// @param reason in a few words
    public record Broken(int number, Duration at, String reason) {
        @Override
        public String toString() {
            return "%d after %d ms: %s".formatted(number, at.toMillis(), reason);
        }
    }

    static OpenConnectionsResult of(List<EchoConnection> connections) {
        return new OpenConnectionsResult(
                connections.size(),
                connections.stream().mapToLong(EchoConnection::answers).sum(),
                connections.stream()
                        .map(EchoConnection::longestWait)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                connections.stream().flatMap(c -> c.broken().stream()).toList());
    }

    @Override
    public String toString() {
        return "%d of %d connections broken, %d answers, longest wait %d ms%s"
                .formatted(
                        broken.size(),
                        connections,
                        answers,
                        longestWait.toMillis(),
                        broken.isEmpty() ? "" : ": " + broken);
    }
}
