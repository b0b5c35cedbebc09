package io.porterlb.ownership.placement;

import io.porterlb.address.IpAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who should have which address, so that nothing moves that need not: who has an address keeps it, and one that
/// nobody has goes to the eligible node with the fewest.
///
/// Addresses with the same eligible nodes are spread within one of even, if nobody had any of them before; of
/// nodes that have equally many of those, the one takes it that has fewest in all.
public final class Placement {
    private final Map<Set<String>, Share> shares = new HashMap<>();
    private final Map<String, Integer> loads = new HashMap<>();
    private final SortedMap<IpAddress, String> placed = new TreeMap<>();

    private Placement() {}

    /// The node that should have each address; those that no node may have are not there.
    public static SortedMap<IpAddress, String> of(SortedMap<IpAddress, Demand> demands) {
        Placement placement = new Placement();
        demands.forEach(placement::settle);
        demands.forEach(placement::place);
        return placement.placed;
    }

    private void settle(IpAddress address, Demand demand) {
        if (demand.isSettled()) {
            put(address, share(demand), demand.holder().orElseThrow());
        }
    }

    private void place(IpAddress address, Demand demand) {
        if (!demand.isSettled()) {
            Share share = share(demand);
            share.fewest().ifPresent(node -> put(address, share, node));
        }
    }

    private Share share(Demand demand) {
        return shares.computeIfAbsent(demand.eligible(), eligible -> new Share(eligible, loads));
    }

    private void put(IpAddress address, Share share, String node) {
        placed.put(address, node);
        share.add(node);
        loads.merge(node, 1, Integer::sum);
    }
}
