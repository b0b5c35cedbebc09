package io.porterlb.manager.announcement;

import io.porterlb.desired.view.EndpointView;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What is known of the endpoints of one Service, and when to ask again.
///
/// @param told whether the Service was said to be missing before anybody asked
/// @param found by the last answer; empty before the first
/// @param pause before it is asked again after the next answer, if that is the same
/// @param due when to ask, as [System#nanoTime]
record Look(boolean told, Optional<Set<EndpointView>> found, Duration pause, long due) {
    /// Short enough that it is asked again before anybody is told: what has just come may be announced in a moment.
    static final Duration SHORTEST = Silences.PATIENCE.dividedBy(2);

    /// What is so for long stays so.
    static final Duration LONGEST = Duration.ofMinutes(10);

    Look {
        found = found.map(Set::copyOf);
    }

    /// At once.
    static Look first(boolean told, long now) {
        return new Look(told, Optional.empty(), SHORTEST, now);
    }

    /// After an answer.
    Look answered(Set<EndpointView> endpoints, long now) {
        return again(found.filter(endpoints::equals).isPresent() ? pause : SHORTEST, Optional.of(endpoints), now);
    }

    /// After no answer.
    Look failed(long now) {
        return again(pause, found, now);
    }

    private Look again(Duration in, Optional<Set<EndpointView>> known, long now) {
        Duration doubled = in.multipliedBy(2);
        return new Look(told, known, doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST, now + in.toNanos());
    }

    /// Whether the answer may change what is said. That a Service has none is as supposed of one that is not told.
    boolean isNews(Set<EndpointView> endpoints) {
        return found.map(before -> !before.equals(endpoints)).orElse(told || !endpoints.isEmpty());
    }

    /// How long it has been due, in nanoseconds; below zero if it is not yet.
    long overdue(long now) {
        return now - due;
    }
}
