package io.porterlb.bgp.rib;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The paths that a peer is still to be told of, sorted by the message that they fit into.
///
/// Withdrawals come first: nothing that is gone should wait behind a long table. Announcements follow, one
/// message of each attribute set in turn, so that all paths of a prefix, which differ in their next hops, are
/// there soon after the first. Last come the withdrawals that would leave the peer without a path to a prefix
/// before it has the new one.
final class Pending {
    private final PathQueue withdrawals = new PathQueue(null);
    private final SequencedMap<AttributeSet, PathQueue> announcements = new LinkedHashMap<>();
    private final PathQueue replaced = new PathQueue(null);

    /// Puts the path where it belongs: nowhere if nothing is to be said.
    ///
    /// @param replacing whether a withdrawal is to wait for the announcements
    void put(Path path, boolean replacing) {
        PathQueue target = path.isSettled() ? null : queue(path.wanted, replacing);
        PathQueue old = path.queue;
        if (old == target) {
            return;
        }
        if (old != null) {
            old.remove(path);
            forgetIfEmpty(old);
        }
        if (target != null) {
            target.add(path);
        }
    }

    private PathQueue queue(@Nullable AttributeSet wanted, boolean replacing) {
        if (wanted != null) {
            return announcements.computeIfAbsent(wanted, PathQueue::new);
        }
        return replacing ? replaced : withdrawals;
    }

    private boolean forgetIfEmpty(PathQueue queue) {
        return queue.attributes != null && queue.isEmpty() && announcements.remove(queue.attributes) != null;
    }

    /// Whose turn it is; null if nothing is to be said.
    @Nullable
    PathQueue next() {
        if (!withdrawals.isEmpty()) {
            return withdrawals;
        }
        if (!announcements.isEmpty()) {
            return announcements.firstEntry().getValue();
        }
        return replaced.isEmpty() ? null : replaced;
    }

    /// To be called when a message was filled from the queue.
    void hadItsTurn(PathQueue queue) {
        if (!forgetIfEmpty(queue) && queue.attributes != null) {
            announcements.putLast(queue.attributes, queue);
        }
    }
}
