package io.porterlb.bgp.rib;

import io.porterlb.address.Prefix;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Paths by prefix and identifier. A prefix has few, so they are a chain.
final class PathTable {
    private final Map<Prefix, Path> chains = new HashMap<>();

    /// The first path of a prefix; the others are its siblings.
    @Nullable
    Path first(Prefix prefix) {
        return chains.get(prefix);
    }

    static @Nullable Path find(@Nullable Path chain, long id) {
        Path path = chain;
        while (path != null && path.id != id) {
            path = path.sibling;
        }
        return path;
    }

    /// A new path, which is the first of its prefix from now on.
    ///
    /// @param chain the first until now
    Path add(Prefix prefix, long id, @Nullable Path chain) {
        Path path = new Path(prefix, id);
        path.sibling = chain;
        chains.put(prefix, path);
        return path;
    }

    void remove(Path path) {
        Path chain = chains.get(path.prefix);
        if (chain != path) {
            unlink(path, chain);
        } else if (path.sibling == null) {
            chains.remove(path.prefix);
        } else {
            chains.put(path.prefix, path.sibling);
        }
    }

    private static void unlink(Path path, @Nullable Path chain) {
        for (Path at = chain; at != null; at = at.sibling) {
            if (at.sibling == path) {
                at.sibling = path.sibling;
                return;
            }
        }
        throw new IllegalStateException("path " + path.id + " of " + path.prefix + " is not in the table");
    }

    /// Must not add or remove any.
    void forEach(Consumer<Path> action) {
        for (Path chain : chains.values()) {
            for (Path path = chain; path != null; path = path.sibling) {
                action.accept(path);
            }
        }
    }
}
