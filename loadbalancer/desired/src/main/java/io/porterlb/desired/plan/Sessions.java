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
import java.util.Objects;
import java.util.Optional;

/// The BgpPeers that select a node.
///
/// @param identity what the node calls itself
/// @param listen where the speaker is to listen, if there are sessions; empty for nowhere
/// @param peers sessions, by name of the BgpPeer
/// @param problems BgpPeers that get no session, by name
public record Sessions(
        SpeakerIdentity identity,
        Optional<ListenPlan> listen,
        List<PeerPlan> peers,
        Map<String, PeerProblem> problems) {
    public static Sessions of(ClusterView view, NodeView node) {
        BgpConfView conf = view.confs().get(BgpConfView.DEFAULT_NAME);
        SpeakerIdentity identity = SpeakerIdentity.of(conf, node);
        List<BgpPeerView> selected = view.peers().values().stream()
                .filter(peer -> peer.nodeSelector().matches(node.labels()))
                .sorted(Comparator.comparing(BgpPeerView::name))
                .toList();
        return switch (identity) {
            case SpeakerIdentity.Unknown unknown -> none(unknown, selected);
            case SpeakerIdentity.Known known ->
                of(new SpeakerContext(known, Objects.requireNonNull(conf), view.secrets()), selected);
        };
    }

    private static Sessions none(SpeakerIdentity.Unknown unknown, List<BgpPeerView> selected) {
        Map<String, PeerProblem> problems = new HashMap<>();
        selected.forEach(peer -> problems.put(peer.name(), unknown.problem()));
        return new Sessions(unknown, Optional.empty(), List.of(), problems);
    }

    private static Sessions of(SpeakerContext context, List<BgpPeerView> selected) {
        boolean anyArrives = selected.stream().anyMatch(Sessions::mayArrive);
        Sessions sessions =
                new Sessions(context.identity(), context.listen(anyArrives), new ArrayList<>(), new HashMap<>());
        selected.forEach(peer -> sessions.add(peer, context));
        return sessions;
    }

    /// A router at the other end of a link may find the node before the node finds it.
    private static boolean mayArrive(BgpPeerView peer) {
        return peer.transport().passive() || peer.neighbor().unnumbered();
    }

    private void add(BgpPeerView peer, SpeakerContext context) {
        switch (PeerReading.of(peer, context)) {
            case PeerReading.Unusable(PeerProblem problem) -> problems.put(peer.name(), problem);
            case PeerReading.Session(PeerPlan plan) -> add(plan);
        }
    }

    private void add(PeerPlan plan) {
        Optional<PeerPlan> same = peers.stream()
                .filter(other -> other.neighbor().equals(plan.neighbor())
                        && other.transport().port() == plan.transport().port())
                .findFirst();
        if (same.isPresent()) {
            String neighbor = plan.neighbor() + " port " + plan.transport().port();
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
            when !peers.isEmpty() -> Optional.of(new SpeakerPlan(known.localAs(), known.routerId(), listen, peers));
            case SpeakerIdentity.Known _, SpeakerIdentity.Unknown _ -> Optional.empty();
        };
    }
}
