package io.porterlb.desired.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A path identifier for each node that follows from its name, so that it stays as nodes come and go, and is the same
/// in every process. Only where two names collide does one depend on the other.
final class PathIds {
    /// 1 is the speaker's own.
    private static final long FIRST = 2;

    private static final long COUNT = (1L << 32) - FIRST;

    private PathIds() {}

    static Map<String, Long> of(Collection<String> nodes) {
        Map<String, Long> ids = new HashMap<>();
        Set<Long> used = new HashSet<>();
        nodes.stream().sorted().forEach(node -> ids.put(node, free(node, used)));
        return ids;
    }

    private static long free(String node, Set<Long> used) {
        long id = Integer.toUnsignedLong(node.hashCode()) % COUNT + FIRST; // the hash is defined by String
        while (!used.add(id)) {
            id = (id - FIRST + 1) % COUNT + FIRST;
        }
        return id;
    }
}
