package io.porterlb.desired.plan;

import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.BgpPeerView;

/// A BgpPeer made into the session of a node, or why that cannot be.
sealed interface PeerReading {
    record Session(PeerPlan plan) implements PeerReading {}

    record Unusable(PeerProblem problem) implements PeerReading {}

    static PeerReading of(BgpPeerView peer, SpeakerContext context) {
        return new PeerChecks(peer, context)
                .problem()
                .<PeerReading>map(Unusable::new)
                .orElseGet(() -> new Session(new PeerPlanning(peer, context).plan()));
    }
}
