package io.porterlb.test.e2e.load;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a client saw.
///
/// @param shots in the order in which they were begun
public record LoadResult(List<Shot> shots) {
    public LoadResult {
        shots = shots.stream().sorted(Comparator.comparing(Shot::started)).toList();
    }

    public int requests() {
        return shots.size();
    }

    public long failures() {
        return shots.stream().filter(Shot::failed).count();
    }

    /// Whether no more requests failed than a machine loses that is busy with something else: one, and one of each
    /// thousand. A client that waits a second for its answer takes one packet that is dropped for a failure.
    public boolean unharmed() {
        return failures() <= 1 + requests() / 1_000;
    }

    /// The longest time between two answers that followed each other.
    public Duration longestGap() {
        Duration longest = Duration.ZERO;
        Optional<Duration> last = Optional.empty();
        for (Duration answered : answeredAt()) {
            Duration gap = last.map(answered::minus).orElse(Duration.ZERO);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
            last = Optional.of(answered);
        }
        return longest;
    }

    private List<Duration> answeredAt() {
        return shots.stream().filter(s -> !s.failed()).map(Shot::ended).sorted().toList();
    }

    /// When the last request that failed was begun, counted from this moment of the load; empty if none failed.
    public Optional<Duration> lastFailureAfter(Duration moment) {
        return shots.stream()
                .filter(Shot::failed)
                .map(Shot::started)
                .max(Comparator.naturalOrder())
                .map(started -> started.minus(moment));
    }

    /// How often each answer came.
    public Map<String, Long> answers() {
        return shots.stream()
                .flatMap(s -> s.answer().stream())
                .collect(Collectors.groupingBy(a -> a, TreeMap::new, Collectors.counting()));
    }
}
