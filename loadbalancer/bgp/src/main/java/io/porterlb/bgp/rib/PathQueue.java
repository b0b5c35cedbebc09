package io.porterlb.bgp.rib;

import org.jspecify.annotations.Nullable;

/// Paths that wait for a message, first come, first served. Any of them can leave at once.
final class PathQueue {
    /// What all of them are to be announced with; null if they are to be withdrawn.
    final @Nullable AttributeSet attributes;

    private @Nullable Path first;
    private @Nullable Path last;

    PathQueue(@Nullable AttributeSet attributes) {
        this.attributes = attributes;
    }

    boolean isEmpty() {
        return first == null;
    }

    /// The one whose turn it is, which stays; null if there is none.
    @Nullable
    Path peek() {
        return first;
    }

    void add(Path path) {
        path.queue = this;
        path.before = last;
        if (last == null) {
            first = path;
        } else {
            last.after = path;
        }
        last = path;
    }

    void remove(Path path) {
        if (path.before == null) {
            first = path.after;
        } else {
            path.before.after = path.after;
        }
        if (path.after == null) {
            last = path.before;
        } else {
            path.after.before = path.before;
        }
        path.queue = null;
        path.before = null;
        path.after = null;
    }
}
