package io.porterlb.ownership.placement;

import java.util.Optional;
import java.util.Set;

/// An address that somebody should have.
///
/// @param eligible nodes that may have it
/// @param holder who has it; keeps it if eligible
public record Demand(Set<String> eligible, Optional<String> holder) {
    boolean isSettled() {
        return holder.filter(eligible::contains).isPresent();
    }
}
