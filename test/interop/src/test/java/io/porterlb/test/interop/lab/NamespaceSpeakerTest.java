package io.porterlb.test.interop.lab;

import io.porterlb.test.cluster.router.RouterKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class NamespaceSpeakerTest {
    /// Threads of [io.porterlb.test.cluster.network.NetworkNamespace#call], which end by themselves.
    private static final String CALLER = "in ";

    @Test
    void theSpeakersThreadIsInTheNodesNamespaceAndNoOtherThreadIs() {
        try (var lab = new Lab(Peering.EBGP_IPV4, RouterKind.BIRD)) {
            String node = lab.namespace(Seat.NODE).call(() -> namespaceOf(Path.of("/proc/thread-self")));
            Eventually.is(
                    "the speaker's thread alone is in " + node,
                    () -> threadsIn(node).equals(List.of("bgp-speaker")),
                    () -> threadsIn(node));
        }
    }

    private static List<String> threadsIn(String namespace) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.filter(thread -> namespaceOf(thread).equals(namespace))
                    .map(NamespaceSpeakerTest::nameOf)
                    .filter(name -> !name.startsWith(CALLER))
                    .map(name -> name.replaceAll("-\\d.*", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String namespaceOf(Path thread) {
        return read(() -> Files.readSymbolicLink(thread.resolve("ns/net")).toString());
    }

    private static String nameOf(Path thread) {
        return read(() -> Files.readString(thread.resolve("comm")).strip());
    }

    private interface Reading {
        String read() throws IOException;
    }

    /// A thread may end while it is looked at.
    private static String read(Reading reading) {
        try {
            return reading.read();
        } catch (IOException ended) {
            return "";
        }
    }
}
