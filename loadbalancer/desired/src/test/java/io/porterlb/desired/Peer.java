package io.porterlb.desired;

import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.NodeSelector;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// A BgpPeer of a [Cluster]: for every node, port 179, unless told otherwise; [#add] puts it there.
public final class Peer {
    private final Cluster cluster;
    private final String name;
    private final String neighbor;
    private final long peerAs;
    public long localAs;
    public int port = 179;
    public boolean passive;
    public boolean adminDown;
    public OptionalInt holdTime = OptionalInt.empty();
    public OptionalInt keepalive = OptionalInt.empty();
    public OptionalInt connectRetry = OptionalInt.empty();
    public OptionalInt multihopTtl = OptionalInt.empty();
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
                1,
                neighbor,
                peerAs,
                localAs,
                port,
                passive,
                adminDown,
                holdTime,
                keepalive,
                connectRetry,
                multihopTtl,
                selector,
                unsupported);
    }
}
