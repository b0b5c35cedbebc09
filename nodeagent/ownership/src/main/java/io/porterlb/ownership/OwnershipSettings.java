package io.porterlb.ownership;

import java.util.Optional;

/// What a node starts with.
///
/// @param self this node, by the name that a [Configuration] has for it; it listens at the port, on all addresses
/// @param configuration the newest one that is stored, by a read that can't give an older one: a cache won't do
/// @param timing the same on all nodes
/// @param witness asked where the configuration says that there is one
public record OwnershipSettings(Member self, Configuration configuration, Timing timing, Optional<Witness> witness) {
    /// With the usual times and no witness.
    public static OwnershipSettings of(Member self, Configuration configuration) {
        return new OwnershipSettings(self, configuration, Timing.DEFAULT, Optional.empty());
    }
}
