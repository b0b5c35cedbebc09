package io.porterlb.bgp.rib;

import io.porterlb.address.Prefix;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One path of a prefix: what the peer was told of it, and what it is to be told. It is a link of two chains,
/// so that 100,000 paths are 100,000 small objects and a table: of the paths of its prefix, and of a
/// [PathQueue].
final class Path {
    final Prefix prefix;
    final long id;

    /// Another path of the prefix.
    @Nullable
    Path sibling;

    /// What the peer has; null if nothing.
    @Nullable
    AttributeSet told;

    /// What it should have; null if nothing.
    @Nullable
    AttributeSet wanted;

    /// Where it waits for a message; null if nothing is to be said.
    @Nullable
    PathQueue queue;

    /// Neighbours there.
    @Nullable
    Path before;

    @Nullable
    Path after;

    Path(Prefix prefix, long id) {
        this.prefix = prefix;
        this.id = id;
    }

    boolean isSettled() {
        return Objects.equals(told, wanted);
    }

    boolean isGone() {
        return told == null && wanted == null;
    }
}
