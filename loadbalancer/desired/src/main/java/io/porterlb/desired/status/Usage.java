package io.porterlb.desired.status;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which addresses are taken, by Eip: all that have a record, and those just assigned that have none yet.
/// Collects; not for several threads.
final class Usage {
    private final Pools pools;
    private final Map<String, NavigableMap<IpAddress, NavigableSet<ServiceKey>>> inside = new HashMap<>();
    private final Map<String, NavigableMap<IpAddress, NavigableSet<ServiceKey>>> outside = new HashMap<>();

    private Usage(Pools pools) {
        this.pools = pools;
    }

    static Usage of(ClusterView view, Assignments assignments, Pools pools) {
        Usage usage = new Usage(pools);
        view.records().values().forEach(usage::add);
        assignments.services().forEach((key, assignment) -> {
            if (assignment instanceof Assignment.Held held) {
                held.holdings()
                        .forEach(holding ->
                                usage.add(holding.address(), holding.eip()).add(key));
            }
        });
        return usage;
    }

    private void add(AddressRecord record) {
        NavigableSet<ServiceKey> services = add(record.address(), record.eip());
        record.owners().forEach(owner -> services.add(owner.service()));
    }

    /// Notes that the address is taken; gives the set of those who have it.
    private NavigableSet<ServiceKey> add(IpAddress address, String eip) {
        return pools.origin(address, eip)
                .map(Pool::name)
                .map(name -> addresses(inside, name))
                .orElseGet(() -> addresses(outside, eip))
                .computeIfAbsent(address, _ -> new TreeSet<>());
    }

    private static NavigableMap<IpAddress, NavigableSet<ServiceKey>> addresses(
            Map<String, NavigableMap<IpAddress, NavigableSet<ServiceKey>>> byEip, String eip) {
        return byEip.computeIfAbsent(eip, _ -> new TreeMap<>());
    }

    /// Taken addresses that the Eip contains.
    NavigableMap<IpAddress, NavigableSet<ServiceKey>> inside(Pool pool) {
        return inside.getOrDefault(pool.name(), new TreeMap<>());
    }

    /// Addresses that were taken from the Eip and are in none any more.
    NavigableMap<IpAddress, NavigableSet<ServiceKey>> outside(Pool pool) {
        return outside.getOrDefault(pool.name(), new TreeMap<>());
    }
}
