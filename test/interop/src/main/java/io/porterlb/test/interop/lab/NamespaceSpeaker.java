package io.porterlb.test.interop.lab;

import io.porterlb.bfd.BfdListener;
import io.porterlb.bfd.BfdSpeaker;
import io.porterlb.bgp.BgpSpeaker;
import io.porterlb.bgp.SpeakerListener;
import io.porterlb.bgp.SpeakerStart;
import io.porterlb.test.cluster.network.NetworkNamespace;
import java.util.Set;

/// Puts speakers of this JVM into a network namespace.
///
/// A thread inherits the network namespace of the thread that starts it (clone(2)), and a socket belongs to that of the
/// thread that makes it. A speaker's event loop makes all of its sockets, and Netty starts the loop's thread with the
/// first order: so start and first order happen on a thread that is inside.
final class NamespaceSpeaker {
    private NamespaceSpeaker() {}

    static BgpSpeaker startBgp(NetworkNamespace namespace, SpeakerListener listener, SpeakerStart start) {
        return namespace.call(() -> {
            BgpSpeaker speaker = BgpSpeaker.start(listener, start);
            speaker.configure(Set.of());
            return speaker;
        });
    }

    static BfdSpeaker startBfd(NetworkNamespace namespace, BfdListener listener) {
        return namespace.call(() -> {
            BfdSpeaker speaker = BfdSpeaker.start(listener);
            speaker.configure(Set.of());
            return speaker;
        });
    }
}
