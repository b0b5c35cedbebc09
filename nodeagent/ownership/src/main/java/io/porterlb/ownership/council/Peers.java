package io.porterlb.ownership.council;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.message.Message.Heartbeat;
import io.porterlb.ownership.message.SessionId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The nodes that an arbiter hears.
final class Peers {
    private final long boot;
    private final long patience;
    private final SortedMap<String, Peer> byName = new TreeMap<>();
    private long sessions;

    Peers(long boot, long patience) {
        this.boot = boot;
        this.patience = patience;
    }

    /// The node, if this heartbeat is said in the conversation with it, or begins the one that it was challenged
    /// to, and is newer than all before.
    Optional<Peer> conversing(String name, Heartbeat heartbeat) {
        Peer peer = byName.get(name);
        if (peer == null || heartbeat.session().equals(SessionId.NONE)) {
            return Optional.empty();
        }
        Peer current = heartbeat.session().equals(peer.offered()) ? peer.begun(nextSession()) : peer;
        return Optional.of(current).filter(p -> heartbeat.session().equals(p.session()));
    }

    /// What this node is to be challenged to; the same until it answers.
    SessionId offer(String name, Endpoint source, long now) {
        return byName.computeIfAbsent(name, _ -> Peer.unknown(source, nextSession(), now - patience))
                .offered();
    }

    private SessionId nextSession() {
        sessions++;
        return new SessionId(boot, sessions);
    }

    void put(String name, Peer peer) {
        byName.put(name, peer);
    }

    Peer get(String name) {
        Peer peer = byName.get(name);
        if (peer == null) {
            throw new IllegalStateException("arbiter does not know node '" + name + "'");
        }
        return peer;
    }

    boolean isAlive(String name, long now) {
        Peer peer = byName.get(name);
        return peer != null && peer.isAlive(now, patience);
    }

    /// What the living say of themselves.
    Abilities abilities(long now) {
        Abilities abilities = new Abilities();
        living(now)
                .forEach(e -> abilities.add(e.getKey(), e.getValue().statement().capabilities()));
        return abilities;
    }

    /// A node that waits for this address.
    Optional<String> claimant(IpAddress address, long now) {
        return living(now)
                .filter(e -> e.getValue().statement().claims().contains(address))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean claims(String name, IpAddress address, long now) {
        return isAlive(name, now) && get(name).statement().claims().contains(address);
    }

    private Stream<Map.Entry<String, Peer>> living(long now) {
        return byName.entrySet().stream().filter(e -> e.getValue().isAlive(now, patience));
    }

    /// Forgets those that were not heard for so long. If they come back, they are challenged anew.
    void forget(long now, long silence) {
        byName.values().removeIf(peer -> now - peer.heardAt() > silence);
    }

    /// When the first of the living is silent for too long.
    Optional<Long> firstSilence(long now) {
        return living(now).map(e -> e.getValue().heardAt() + patience).min((a, b) -> Long.signum(a - b));
    }
}
