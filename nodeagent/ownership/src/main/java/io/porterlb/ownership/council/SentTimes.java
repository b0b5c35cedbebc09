package io.porterlb.ownership.council;

import java.util.Optional;
import java.util.TreeMap;

/// When each heartbeat was sent, as long as an answer to it is of use.
final class SentTimes {
    private final long term;
    private final TreeMap<Long, Long> bySequence = new TreeMap<>();

    SentTimes(long term) {
        this.term = term;
    }

    void put(long sequence, long now) {
        bySequence.put(sequence, now);
        while (now - bySequence.firstEntry().getValue() > term) {
            bySequence.pollFirstEntry();
        }
    }

    Optional<Long> of(long sequence) {
        return Optional.ofNullable(bySequence.get(sequence));
    }
}
