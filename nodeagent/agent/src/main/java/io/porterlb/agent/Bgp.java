package io.porterlb.agent;

import io.porterlb.agent.bfd.BfdSessions;
import io.porterlb.agent.bgp.Listening;
import io.porterlb.agent.bgp.PeerConfigs;
import io.porterlb.bgp.BgpSpeaker;
import io.porterlb.desired.plan.NodePlan;
import java.time.Duration;
import java.util.Optional;

/// What a plan says of BGP and BFD, into effect. For one thread.
record Bgp(BgpSpeaker speaker, Announcing announcing, BfdSessions bfd) {
    void follow(NodePlan plan) {
        // Routes first: a session that comes up then has them in its first flush, before its End-of-RIB
        announcing.follow(plan);
        speaker.configure(PeerConfigs.peers(plan));
        speaker.listen(Listening.addresses(plan));
        bfd.follow(plan); // after BGP, which has to know a peer to be told of it
    }

    /// The same plan again: notices may be over.
    void repeat(NodePlan plan) {
        announcing.follow(plan);
    }

    /// After which time the plan is due again; empty for never.
    Optional<Duration> patience() {
        return announcing.patience();
    }
}
