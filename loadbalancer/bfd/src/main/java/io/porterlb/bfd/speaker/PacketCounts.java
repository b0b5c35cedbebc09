package io.porterlb.bfd.speaker;

import io.porterlb.bfd.BfdCounters;
import io.porterlb.bfd.DiscardReason;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Counts the packets of one session. Written on the event loop; read by any thread.
final class PacketCounts {
    private final LongAdder sent = new LongAdder();
    private final LongAdder notSent = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder discarded = new LongAdder();
    private volatile @Nullable DiscardReason lastDiscard;

    void sent() {
        sent.increment();
    }

    void notSent() {
        notSent.increment();
    }

    void received() {
        received.increment();
        if (lastDiscard != null) {
            lastDiscard = null;
        }
    }

    void discarded(DiscardReason reason) {
        discarded.increment();
        lastDiscard = reason;
    }

    Optional<DiscardReason> lastDiscard() {
        return Optional.ofNullable(lastDiscard);
    }

    BfdCounters snapshot() {
        return new BfdCounters(sent.sum(), notSent.sum(), received.sum(), discarded.sum());
    }
}
