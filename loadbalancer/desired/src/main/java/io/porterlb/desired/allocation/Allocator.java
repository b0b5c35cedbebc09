package io.porterlb.desired.allocation;

import io.porterlb.desired.view.ClusterView;

/// Which Service holds which address. A pure function: the same view gives the same answer, whatever happened before.
public final class Allocator {
    private Allocator() {}

    public static Assignments allocate(ClusterView view, AllocatorSettings settings) {
        throw new UnsupportedOperationException(view + " " + settings);
    }
}
