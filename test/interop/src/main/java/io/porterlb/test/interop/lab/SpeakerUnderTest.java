package io.porterlb.test.interop.lab;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.BgpSpeaker;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.SpeakerStart;
import io.porterlb.bgp.Transport;
import io.porterlb.test.cluster.network.NetworkNamespace;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Our speaker in the lab's node, told about peers and routes one by one. For one thread.
public final class SpeakerUnderTest implements AutoCloseable {
    private final NetworkNamespace namespace;
    private final SpeakerJournal journal = new SpeakerJournal();
    private final Set<PeerConfig> peers = new HashSet<>();
    private final Set<Route> routes = new HashSet<>();

    private BgpSpeaker speaker;

    private SpeakerUnderTest(NetworkNamespace namespace) {
        this.namespace = namespace;
        speaker = NamespaceSpeaker.startBgp(namespace, journal, SpeakerStart.FRESH);
    }

    static SpeakerUnderTest start(NetworkNamespace namespace) {
        return new SpeakerUnderTest(namespace);
    }

    /// Goes away without a word, as a program that is restarted.
    public void leaveForRestart() {
        speaker.closeForRestart();
    }

    /// Another speaker, told the same, says that it has restarted.
    public void comeBack() {
        speaker = NamespaceSpeaker.startBgp(namespace, journal, SpeakerStart.RESTARTED);
        speaker.advertise(routes);
        speaker.configure(peers);
    }

    /// The speaker itself, for what has no word here.
    public BgpSpeaker bgp() {
        return speaker;
    }

    /// Listens on port 179 of all addresses, of both families.
    public void listen() {
        speaker.listen(Set.of(everywhere("0.0.0.0"), everywhere("::")));
    }

    private static InetSocketAddress everywhere(String any) {
        return new InetSocketAddress(any, Transport.DEFAULT_PORT);
    }

    /// Adds a peer, or changes the one of this name.
    public void peer(PeerConfig config) {
        peers.removeIf(peer -> peer.name().equals(config.name()));
        peers.add(config);
        speaker.configure(peers);
    }

    /// Adds routes, beside those of the same prefixes.
    public void announce(Route... more) {
        routes.addAll(List.of(more));
        speaker.advertise(routes);
    }

    public void announce(Prefix prefix) {
        announce(Route.of(prefix));
    }

    /// Takes all routes to a prefix back.
    public void withdraw(Prefix prefix) {
        routes.removeIf(route -> route.prefix().equals(prefix));
        speaker.advertise(routes);
    }

    /// Takes one path back.
    public void withdraw(Route path) {
        routes.remove(path);
        speaker.advertise(routes);
    }

    public void withdrawAll() {
        routes.clear();
        speaker.advertise(routes);
    }

    /// What happened so far.
    public SpeakerJournal journal() {
        return journal;
    }

    public List<PeerStatus> status() {
        return speaker.status();
    }

    /// Whether there are peers, and the session with each is up.
    public boolean isEstablished() {
        List<PeerStatus> now = status();
        return !now.isEmpty() && now.stream().allMatch(peer -> peer.state() == SessionState.ESTABLISHED);
    }

    /// Ends all sessions with a Cease. Nothing happens the second time.
    @Override
    public void close() {
        speaker.close();
    }
}
