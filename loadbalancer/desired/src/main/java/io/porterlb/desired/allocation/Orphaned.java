package io.porterlb.desired.allocation;

import io.porterlb.desired.view.AddressRecord;
import java.util.Set;

/// A record whose owners are gone, all of them or some: they are to be taken off it. One without owners goes.
///
/// @param gone UIDs of those owners
public record Orphaned(AddressRecord record, Set<String> gone) {
    public Orphaned {
        gone = Set.copyOf(gone);
    }

    /// Whether nothing is left of the record then.
    boolean entirely() {
        return record.without(gone).owners().isEmpty();
    }
}
