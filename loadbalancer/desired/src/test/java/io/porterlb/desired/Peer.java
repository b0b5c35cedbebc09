package io.porterlb.desired;

import io.porterlb.desired.view.BfdView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.FamilyView;
import io.porterlb.desired.view.GracefulRestartView;
import io.porterlb.desired.view.NeighborView;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.PasswordSource;
import io.porterlb.desired.view.PeerRole;
import io.porterlb.desired.view.RoutePolicy;
import io.porterlb.desired.view.TimersView;
import io.porterlb.desired.view.TransportView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A BgpPeer of a [Cluster]: for every node, port 179, unless told otherwise; [#add] puts it there.
public final class Peer {
    private final Cluster cluster;
    private final String name;
    private final String neighbor;
    private final long peerAs;
    public long generation = 1;
    public String networkInterface = "";
    public long localAs;
    public int port = 179;
    public boolean passive;
    public String localAddress = "";
    public boolean adminDown;
    public OptionalInt holdTime = OptionalInt.empty();
    public OptionalInt keepalive = OptionalInt.empty();
    public OptionalInt connectRetry = OptionalInt.empty();
    public OptionalInt multihopTtl = OptionalInt.empty();
    public OptionalInt ttlSecurity = OptionalInt.empty();
    public Optional<GracefulRestartView> restart = Optional.empty();
    public Optional<List<FamilyView>> families = Optional.empty();
    public PasswordSource password = new PasswordSource.None();
    public Optional<BfdView> bfd = Optional.empty();
    public Optional<PeerRole> role = Optional.empty();
    public RoutePolicy export = RoutePolicy.NONE;
    public boolean announceSelf;
    public NodeSelector selector = NodeSelector.ALL;
    public Set<String> unsupported = Set.of();

    Peer(Cluster cluster, String name, String neighbor, long peerAs) {
        this.cluster = cluster;
        this.name = name;
        this.neighbor = neighbor;
        this.peerAs = peerAs;
    }

    public Peer select(String label, String value) {
        selector = new NodeSelector(Map.of(label, value), List.of());
        return this;
    }

    public Cluster add() {
        cluster.peers.put(name, view());
        return cluster;
    }

    private BgpPeerView view() {
        return new BgpPeerView(
                name,
                name + "-uid",
                generation,
                new NeighborView(neighbor, networkInterface, peerAs, localAs, adminDown),
                new TransportView(port, passive, localAddress, multihopTtl, ttlSecurity),
                new TimersView(holdTime, keepalive, connectRetry),
                restart,
                families,
                password,
                bfd,
                role,
                export,
                announceSelf,
                selector,
                unsupported);
    }
}
