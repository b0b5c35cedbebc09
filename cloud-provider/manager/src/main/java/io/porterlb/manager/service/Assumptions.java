package io.porterlb.manager.service;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Taking;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Services that are being synced at this moment, and the addresses that they take: their records are on the way to the
/// API server, and nobody else may be given them meanwhile. Safe for use from any thread.
public final class Assumptions {
    private final Map<ServiceKey, Pending> pending = new ConcurrentHashMap<>();
    private final AtomicLong ended = new AtomicLong();

    /// One of them.
    ///
    /// @param seen the Service that it was decided for
    /// @param failed whether it waits for another try
    public record Pending(ServiceView seen, List<Taking> takings, boolean failed) {
        public Pending {
            takings = List.copyOf(takings);
        }
    }

    /// What is assumed at one moment.
    ///
    /// @param ended how much had ended by then
    public record Snapshot(Map<ServiceKey, Pending> pending, long ended) {
        public Snapshot {
            pending = Map.copyOf(pending);
        }

        /// Whether the Service is in good hands. It is not, if the next try is far off and the Service has changed.
        boolean has(ServiceView service) {
            Pending found = pending.get(service.key());
            return found != null && (!found.failed() || found.seen().equals(service));
        }

        /// The view as it will be if all goes well. A record of the view that names others than were reckoned with
        /// stays as it is. Those on their way are not asked about each other: who was decided on later has been
        /// found to get along with those before, who know nothing of it.
        public ClusterView over(ClusterView view) {
            if (pending.isEmpty()) {
                return view;
            }
            Map<IpAddress, AddressRecord> records = new HashMap<>(view.records());
            pending.values().stream()
                    .flatMap(one -> one.takings().stream())
                    .filter(taking -> fits(taking, view))
                    .forEach(taking ->
                            records.merge(taking.address(), taking.record(), (before, _) -> taking.beside(before)));
            return view.withRecords(records);
        }

        private static boolean fits(Taking taking, ClusterView view) {
            AddressRecord stored = view.records().get(taking.address());
            return stored == null || taking.joining(stored).isPresent();
        }
    }

    public Snapshot snapshot() {
        long before = ended.get(); // first: what ends meanwhile then counts as ended since
        return new Snapshot(pending, before);
    }

    /// Whether something that the snapshot may hold has ended: what was skipped because of it is due now.
    public boolean endedSince(Snapshot snapshot) {
        return ended.get() != snapshot.ended();
    }

    void begin(ServiceView service, List<Taking> takings) {
        pending.put(service.key(), new Pending(service, takings, false));
    }

    void failed(ServiceKey service) {
        mark(service, true);
    }

    void tryAgain(ServiceKey service) {
        mark(service, false);
    }

    private void mark(ServiceKey service, boolean failed) {
        pending.computeIfPresent(service, (_, one) -> new Pending(one.seen(), one.takings(), failed));
    }

    void end(ServiceKey service) {
        pending.remove(service);
        ended.incrementAndGet();
    }
}
