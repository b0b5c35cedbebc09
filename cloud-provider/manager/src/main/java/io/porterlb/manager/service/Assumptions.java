package io.porterlb.manager.service;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Addresses that are being taken at this moment: their records are on the way to the API server, and nobody
/// else may be given them meanwhile. Safe for use from any thread.
public final class Assumptions {
    private final Map<ServiceKey, List<AddressRecord>> taking = new ConcurrentHashMap<>();
    private final AtomicLong ended = new AtomicLong();

    /// What is assumed at one moment.
    ///
    /// @param ended how much had ended by then
    public record Snapshot(Map<ServiceKey, List<AddressRecord>> taking, long ended) {
        public Snapshot {
            taking = Map.copyOf(taking);
        }

        boolean has(ServiceKey service) {
            return taking.containsKey(service);
        }

        /// The view as it will be if all goes well. Records that the view has itself win.
        public ClusterView over(ClusterView view) {
            if (taking.isEmpty()) {
                return view;
            }
            Map<IpAddress, AddressRecord> records = new HashMap<>();
            taking.values().forEach(list -> list.forEach(record -> records.put(record.address(), record)));
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

    void begin(ServiceKey service, List<AddressRecord> records) {
        taking.put(service, List.copyOf(records));
    }

    void end(ServiceKey service) {
        taking.remove(service);
        ended.incrementAndGet();
    }
}
