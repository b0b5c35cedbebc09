package io.porterlb.bfd.net;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The source ports of a speaker's sessions: each its own, from the range of
/// [RFC 5881 4](https://www.rfc-editor.org/rfc/rfc5881#section-4).
final class SourcePorts {
    static final int FIRST = 49152;
    static final int LAST = 65535;

    private final Set<Integer> taken = new HashSet<>();
    private final RandomGenerator random;

    SourcePorts(RandomGenerator random) {
        this.random = random;
    }

    /// One that no other session has.
    ///
    /// @throws IllegalStateException if there is none
    int take() {
        if (taken.size() > LAST - FIRST) {
            throw new IllegalStateException("all " + taken.size() + " source ports of BFD are taken");
        }
        int port = random.nextInt(FIRST, LAST + 1);
        while (!taken.add(port)) {
            port = port == LAST ? FIRST : port + 1;
        }
        return port;
    }

    void release(int port) {
        taken.remove(port);
    }
}
