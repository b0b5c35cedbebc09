package io.porterlb.desired.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.Cluster;
import io.porterlb.desired.allocation.Allocator;
import io.porterlb.desired.allocation.AllocatorSettings;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.SessionReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Checks of status.
final class Statuses {
    private Statuses() {}

    static StatusReport report(Cluster cluster) {
        ClusterView view = cluster.view();
        return StatusReport.of(view, Allocator.allocate(view, AllocatorSettings.DEFAULT));
    }

    /// A node's session with the BgpPeer leaf.
    static SessionReport session(String state, String reason, String message) {
        return new SessionReport(
                "leaf", "192.0.2.1", 65001, 65000, "", state, "", reason, message, 0, 0, OptionalInt.empty(), "");
    }

    static Optional<Condition> find(List<Condition> conditions, String type) {
        return conditions.stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    static void check(List<Condition> conditions, String type, boolean status, String reason, String... parts) {
        Condition condition = find(conditions, type).orElseThrow();
        assertEquals(status, condition.status(), condition.message());
        assertEquals(reason, condition.reason());
        for (String part : parts) {
            assertTrue(condition.message().contains(part), condition.message());
        }
    }
}
