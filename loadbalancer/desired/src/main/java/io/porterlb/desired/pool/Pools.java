package io.porterlb.desired.pool;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.RangeText;
import io.porterlb.desired.problem.EipProblem;
import io.porterlb.desired.view.EipView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All Eips. Of two that overlap the younger one has the problem; a chain of overlaps is judged oldest first, so that
/// an Eip that is refused refuses no other.
public final class Pools {
    private final Map<String, Pool> byName = new HashMap<>();
    private final TreeMap<IpAddress, Pool> byFirst = new TreeMap<>(); // disjoint ranges
    private final List<Pool> aside = new ArrayList<>(); // readable, but not in byFirst

    private Pools() {}

    public static Pools of(Map<String, EipView> eips) {
        Pools pools = new Pools();
        eips.values().stream().map(Pools::read).sorted(Pool.BY_AGE).forEach(pools::add);
        return pools;
    }

    private static Pool read(EipView eip) {
        return switch (RangeText.parse(eip.address())) {
            case RangeText.Parsed parsed ->
                new Pool(eip, Optional.of(parsed.range()), parsed.warning(), ownProblem(eip));
            case RangeText.Refused refused ->
                new Pool(
                        eip,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new EipProblem.InvalidAddress(refused.message())));
        };
    }

    private static Optional<EipProblem> ownProblem(EipView eip) {
        if (eip.foreign()) {
            return Optional.of(new EipProblem.ManagedByCni());
        }
        return Pool.PROTOCOLS.contains(Pool.protocolOf(eip))
                ? Optional.empty()
                : Optional.of(new EipProblem.ProtocolNotSupported(eip.protocol()));
    }

    private void add(Pool pool) {
        if (pool.range().isEmpty()) {
            byName.put(pool.name(), pool);
            return;
        }
        AddressRange range = pool.range().get();
        Optional<Pool> older = overlapping(range);
        if (older.isPresent() && !pool.eip().deleting()) {
            AddressRange other = older.get().range().orElseThrow();
            pool = pool.with(new EipProblem.Overlap(range, older.get().name(), other));
        }
        byName.put(pool.name(), pool);
        if (older.isPresent() || pool.eip().deleting()) {
            aside.add(pool);
        } else {
            byFirst.put(range.first(), pool);
        }
    }

    private Optional<Pool> overlapping(AddressRange range) {
        // Among disjoint ranges only the last one that begins at or before the end can reach into this one first
        return Optional.ofNullable(byFirst.floorEntry(range.last()))
                .map(Map.Entry::getValue)
                .filter(other -> other.range().orElseThrow().overlaps(range));
    }

    public Collection<Pool> all() {
        return byName.values();
    }

    public Optional<Pool> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The Eip with this address; of several the one that gives it out.
    public Optional<Pool> containing(IpAddress address) {
        return Optional.ofNullable(byFirst.floorEntry(address))
                .map(Map.Entry::getValue)
                .filter(pool -> pool.contains(address))
                .or(() -> aside.stream().filter(pool -> pool.contains(address)).findFirst());
    }

    /// The Eip that an address was taken from: the recorded one while it has the address, otherwise any that has it.
    public Optional<Pool> origin(IpAddress address, String recorded) {
        return named(recorded).filter(pool -> pool.contains(address)).or(() -> containing(address));
    }

    /// The default Eip of a family: the oldest one that is marked as such.
    public Optional<Pool> defaultPool(IpFamily family) {
        return all().stream()
                .filter(pool -> pool.isDefault() && pool.has(family))
                .min(Pool.BY_AGE);
    }
}
