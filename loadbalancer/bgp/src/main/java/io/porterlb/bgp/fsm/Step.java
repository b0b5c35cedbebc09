package io.porterlb.bgp.fsm;

import java.util.List;

/// One step of the machine.
///
/// @param next the session after the event
/// @param actions to do now, in this order
public record Step(Session next, List<SessionAction> actions) {
    public Step {
        actions = List.copyOf(actions);
    }

    static Step of(Session next, SessionAction... actions) {
        return new Step(next, List.of(actions));
    }
}
