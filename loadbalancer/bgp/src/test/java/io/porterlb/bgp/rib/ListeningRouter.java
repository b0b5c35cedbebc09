package io.porterlb.bgp.rib;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.wire.MessageReader;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.attribute.Communities;
import io.porterlb.bgp.wire.attribute.MpReachNlri;
import io.porterlb.bgp.wire.attribute.MpUnreachNlri;
import io.porterlb.bgp.wire.attribute.MultiExitDisc;
import io.porterlb.bgp.wire.attribute.NextHop;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A router that only listens: it reads octets, and keeps what it was told last of each path.
final class ListeningRouter {
    private final CodecContext codec;
    private final Map<PathPrefix, Told> paths = new HashMap<>();
    private final Set<AddressFamily> complete = new HashSet<>();

    /// What it knows of one path.
    record Told(IpAddress nextHop, Optional<Long> med, List<Integer> communities) {}

    /// @param sender how the speaker writes
    ListeningRouter(CodecContext sender) {
        this.codec = new CodecContext(
                sender.fourOctetAs(),
                sender.external(),
                sender.families(),
                sender.addPathSent(),
                Set.of(),
                sender.extendedNextHop());
    }

    Map<PathPrefix, Told> paths() {
        return paths;
    }

    /// Families whose End-of-RIB has come.
    Set<AddressFamily> complete() {
        return complete;
    }

    void receive(ByteBuf octets) {
        ReadResult result = MessageReader.read(octets, codec).orElseThrow();
        assertFalse(octets.isReadable(), "more than one message");
        receive((Update) assertInstanceOf(ReadResult.Ok.class, result).message());
    }

    private void receive(Update update) {
        for (AddressFamily family : codec.families()) {
            if (update.equals(Update.endOfRib(family))) {
                assertTrue(complete.add(family), "End-of-RIB comes once: " + family);
            }
        }
        update.withdrawn().forEach(this::withdraw);
        for (PathAttribute attribute : update.attributes()) {
            switch (attribute) {
                case NextHop(var hop) -> announce(update.announced(), hop, update);
                case MpReachNlri(var _, var hops, var routes) -> announce(routes, hops.getFirst(), update);
                case MpUnreachNlri(var _, var routes) -> routes.forEach(this::withdraw);
                default -> {} // says nothing of which paths there are
            }
        }
    }

    private void withdraw(PathPrefix path) {
        assertNotNull(paths.remove(path), "withdrawn, but never told: " + path);
    }

    private void announce(List<PathPrefix> routes, IpAddress nextHop, Update update) {
        Optional<Long> med = Optional.empty();
        List<Integer> communities = List.of();
        for (PathAttribute attribute : update.attributes()) {
            if (attribute instanceof MultiExitDisc(var value)) {
                med = Optional.of(value);
            } else if (attribute instanceof Communities(var values)) {
                communities = values;
            }
        }
        Told told = new Told(nextHop, med, communities);
        routes.forEach(path -> paths.put(path, told));
    }
}
