package io.porterlb.desired.plan;

import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The BgpPeers that select a node.
///
/// @param identity what the node calls itself
/// @param peers sessions, by name of the BgpPeer
/// @param problems BgpPeers that get no session, by name
public record Sessions(SpeakerIdentity identity, List<PeerPlan> peers, Map<String, PeerProblem> problems) {
    public static Sessions of(ClusterView view, NodeView node) {
        SpeakerIdentity identity = SpeakerIdentity.of(view.confs().get(BgpConfView.DEFAULT_NAME), node);
        Sessions sessions = new Sessions(identity, new ArrayList<>(), new HashMap<>());
        view.peers().values().stream()
                .filter(peer -> peer.nodeSelector().matches(node.labels()))
                .sorted(Comparator.comparing(BgpPeerView::name))
                .forEach(sessions::add);
        return sessions;
    }

    private void add(BgpPeerView peer) {
        switch (PeerReading.of(peer, identity)) {
            case PeerReading.Unusable(PeerProblem problem) -> problems.put(peer.name(), problem);
            case PeerReading.Session(PeerPlan plan) -> add(plan);
        }
    }

    private void add(PeerPlan plan) {
        Optional<PeerPlan> same = peers.stream()
                .filter(other -> other.address().equals(plan.address()) && other.port() == plan.port())
                .findFirst();
        if (same.isPresent()) {
            String neighbor = plan.address() + " port " + plan.port();
            problems.put(
                    plan.name(),
                    new PeerProblem.DuplicateNeighbor(neighbor, same.get().name()));
        } else {
            peers.add(plan);
        }
    }

    /// The speaker that keeps them up; empty where there is no session.
    Optional<SpeakerPlan> speaker() {
        return switch (identity) {
            case SpeakerIdentity.Known known
            when !peers.isEmpty() -> Optional.of(new SpeakerPlan(known.localAs(), known.routerId(), peers));
            case SpeakerIdentity.Known _, SpeakerIdentity.Unknown _ -> Optional.empty();
        };
    }
}
