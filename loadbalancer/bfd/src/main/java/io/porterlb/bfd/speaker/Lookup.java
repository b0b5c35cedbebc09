package io.porterlb.bfd.speaker;

import io.porterlb.address.IpAddress;
import io.porterlb.bfd.net.Endpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the session of a packet ([RFC 5880 6.3](https://www.rfc-editor.org/rfc/rfc5880#section-6.3)).
final class Lookup {
    private final Map<Long, LiveSession> byDiscriminator = new HashMap<>();
    private final Map<IpAddress, List<LiveSession>> bySource = new HashMap<>();

    void add(LiveSession session) {
        byDiscriminator.put(session.discriminator(), session);
        bySource.computeIfAbsent(session.config().peer(), _ -> new ArrayList<>())
                .add(session);
    }

    void removeBySource(LiveSession session) {
        List<LiveSession> ofPeer = bySource.getOrDefault(session.config().peer(), List.of());
        ofPeer.remove(session);
        if (ofPeer.isEmpty()) {
            bySource.remove(session.config().peer());
        }
    }

    void removeByDiscriminator(LiveSession session) {
        byDiscriminator.remove(session.discriminator());
    }

    boolean hasDiscriminator(long discriminator) {
        return byDiscriminator.containsKey(discriminator);
    }

    /// By the discriminator if the neighbor knows it, else by the addresses and the interface, as
    /// [RFC 5881 3](https://www.rfc-editor.org/rfc/rfc5881#section-3) and
    /// [RFC 5883 4](https://www.rfc-editor.org/rfc/rfc5883#section-4) say.
    Optional<LiveSession> find(Endpoint at, IpAddress source, long yourDiscriminator) {
        return yourDiscriminator == 0 ? bySource(at, source) : byDiscriminator(at, yourDiscriminator);
    }

    /// A packet of the other kind does not count: the time to live that it came with may be too low for this
    /// one.
    private Optional<LiveSession> byDiscriminator(Endpoint at, long discriminator) {
        return Optional.ofNullable(byDiscriminator.get(discriminator))
                .filter(session -> session.config().isMultihop() == at.multihop());
    }

    /// Of several the one that its configuration names most exactly.
    private Optional<LiveSession> bySource(Endpoint at, IpAddress source) {
        return bySource.getOrDefault(source, List.of()).stream()
                .filter(session -> Endpoint.of(session.config()).takesIn(at))
                .max(Comparator.comparingInt(Lookup::exactness));
    }

    private static int exactness(LiveSession session) {
        Endpoint endpoint = Endpoint.of(session.config());
        return (endpoint.interfaceName().isPresent() ? 2 : 0)
                + (endpoint.address().isPresent() ? 1 : 0);
    }
}
