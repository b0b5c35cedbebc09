package io.porterlb.test.interop.lab;

import io.porterlb.bfd.BfdListener;
import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.bfd.BfdSessionStatus;
import io.porterlb.bfd.BfdSpeaker;
import io.porterlb.bfd.BfdState;
import io.porterlb.test.cluster.network.NetworkNamespace;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Our BFD speaker in the lab's node. For one thread.
public final class BfdUnderTest implements AutoCloseable {
    private final List<BfdSessionStatus> downs = new CopyOnWriteArrayList<>();
    private final BfdSpeaker speaker;

    private BfdUnderTest(NetworkNamespace namespace) {
        speaker = NamespaceSpeaker.startBfd(namespace, new BfdListener() {
            @Override
            public void up(BfdSessionStatus status) {
                // Asked for where it matters.
            }

            @Override
            public void down(BfdSessionStatus status) {
                downs.add(status);
            }
        });
    }

    static BfdUnderTest start(NetworkNamespace namespace) {
        return new BfdUnderTest(namespace);
    }

    /// Makes this the only session.
    public void session(BfdSessionConfig config) {
        speaker.configure(Set.of(config));
    }

    public List<BfdSessionStatus> status() {
        return speaker.status();
    }

    public boolean isUp() {
        return status().stream().anyMatch(session -> session.state() == BfdState.UP);
    }

    /// Each time that a session went down, how it was then.
    public List<BfdSessionStatus> downs() {
        return List.copyOf(downs);
    }

    @Override
    public void close() {
        speaker.close();
    }
}
