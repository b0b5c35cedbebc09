package io.porterlb.bgp.fsm;

import java.util.List;

/// One step of a [PeerMachine].
///
/// @param next the sessions after the event
/// @param actions to do now, in this order
public record PeerStep(PeerSessions next, List<PeerAction> actions) {
    public PeerStep {
        actions = List.copyOf(actions);
    }
}
