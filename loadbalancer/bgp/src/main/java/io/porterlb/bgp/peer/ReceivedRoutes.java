package io.porterlb.bgp.peer;

import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.attribute.MpReachNlri;
import io.porterlb.bgp.wire.attribute.MpUnreachNlri;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Counts the routes that a peer announces in one session. To count those that it has not withdrawn it must know them,
/// so it gives that up when they are too many; nothing else depends on it.
final class ReceivedRoutes {
    private static final int MAX = 10_000;

    private final Set<PathPrefix> held = new HashSet<>();
    private long announced;
    private boolean tooMany;

    void add(Update update) {
        remove(update.withdrawn());
        add(update.announced());
        for (PathAttribute attribute : update.attributes()) {
            if (attribute instanceof MpUnreachNlri unreach) {
                remove(unreach.withdrawn());
            } else if (attribute instanceof MpReachNlri reach) {
                add(reach.announced());
            }
        }
    }

    private void remove(List<PathPrefix> prefixes) {
        prefixes.forEach(held::remove);
    }

    private void add(List<PathPrefix> prefixes) {
        announced += prefixes.size();
        if (tooMany || held.size() + prefixes.size() > MAX) {
            tooMany = true;
            held.clear();
        } else {
            held.addAll(prefixes);
        }
    }

    /// Each time that one came.
    long announced() {
        return announced;
    }

    /// Those that the peer has now; empty if they are too many.
    OptionalInt held() {
        return tooMany ? OptionalInt.empty() : OptionalInt.of(held.size());
    }
}
