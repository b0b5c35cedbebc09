package io.porterlb.manager.service;

import io.porterlb.address.IpAddress;
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
    private final Map<ServiceKey, Taking> taking = new ConcurrentHashMap<>();
    private final AtomicLong ended = new AtomicLong();

    /// One of them.
    ///
    /// @param seen the Service that it was decided for
    /// @param failed whether it waits for another try
    public record Taking(ServiceView seen, List<AddressRecord> records, boolean failed) {
        public Taking {
            records = List.copyOf(records);
        }
    }

    /// What is assumed at one moment.
    ///
    /// @param ended how much had ended by then
    public record Snapshot(Map<ServiceKey, Taking> taking, long ended) {
        public Snapshot {
            taking = Map.copyOf(taking);
        }

        /// Whether the Service is in good hands. It is not, if the next try is far off and the Service has changed.
        boolean has(ServiceView service) {
            Taking pending = taking.get(service.key());
            return pending != null && (!pending.failed() || pending.seen().equals(service));
        }

        /// The view as it will be if all goes well. Records that the view has itself win.
        public ClusterView over(ClusterView view) {
            if (taking.isEmpty()) {
                return view;
            }
            Map<IpAddress, AddressRecord> records = new HashMap<>();
            taking.values()
                    .forEach(pending -> pending.records().forEach(record -> records.put(record.address(), record)));
            records.putAll(view.records());
            return view.withRecords(records);
        }
    }

    public Snapshot snapshot() {
        long before = ended.get(); // first: what ends meanwhile then counts as ended since
        return new Snapshot(taking, before);
    }

    /// Whether something that the snapshot may hold has ended: what was skipped because of it is due now.
    public boolean endedSince(Snapshot snapshot) {
        return ended.get() != snapshot.ended();
    }

    void begin(ServiceView service, List<AddressRecord> records) {
        taking.put(service.key(), new Taking(service, records, false));
    }

    void failed(ServiceKey service) {
        mark(service, true);
    }

    void tryAgain(ServiceKey service) {
        mark(service, false);
    }

    private void mark(ServiceKey service, boolean failed) {
        taking.computeIfPresent(service, (_, pending) -> new Taking(pending.seen(), pending.records(), failed));
    }

    void end(ServiceKey service) {
        taking.remove(service);
        ended.incrementAndGet();
    }
}
