package io.porterlb.desired.allocation;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A growing set of addresses, kept as runs without a gap, so that the first one that is not in it is found in
/// O(log n) however many are in it. Not for several threads.
final class AddressRuns {
    private final TreeMap<IpAddress, IpAddress> lastByFirst = new TreeMap<>();

    void add(IpAddress address) {
        Map.Entry<IpAddress, IpAddress> before = lastByFirst.floorEntry(address);
        if (before != null && before.getValue().compareTo(address) >= 0) {
            return;
        }
        boolean joinsBefore = before != null && adjacent(before.getValue(), address);
        IpAddress first = joinsBefore ? before.getKey() : address;
        IpAddress next = address.next();
        IpAddress lastAfter = adjacent(address, next) ? lastByFirst.remove(next) : null;
        lastByFirst.put(first, lastAfter == null ? address : lastAfter);
    }

    /// `next` wraps around at the end of a family, where nothing is adjacent.
    private static boolean adjacent(IpAddress low, IpAddress high) {
        return low.compareTo(high) < 0 && low.next().equals(high);
    }

    /// The lowest address of the range that is not in the set.
    Optional<IpAddress> firstMissing(AddressRange range) {
        Map.Entry<IpAddress, IpAddress> run = lastByFirst.floorEntry(range.first());
        if (run == null || run.getValue().compareTo(range.first()) < 0) {
            return Optional.of(range.first());
        }
        // Runs are maximal: what follows one is missing, unless the family ends there
        return run.getValue().compareTo(range.last()) >= 0
                ? Optional.empty()
                : Optional.of(run.getValue().next());
    }
}
