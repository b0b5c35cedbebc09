package io.porterlb.layer2.speaker;

import java.time.Duration;

/// How long to wait before trying again what the kernel refuses though nothing seems to be amiss.
record Backoff(Duration pause) {
    static final Backoff FIRST = new Backoff(Duration.ofMillis(100));

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /// After one more refusal: twice as long, up to five seconds.
    Backoff next() {
        Duration twice = pause.multipliedBy(2);
        return new Backoff(twice.compareTo(LONGEST) < 0 ? twice : LONGEST);
    }
}
