package io.porterlb.bfd.session;

import java.util.List;

/// One step of the machine.
///
/// @param next the session after the event
/// @param actions to do now, in this order
public record Step(BfdSession next, List<SessionAction> actions) {
    public Step {
        actions = List.copyOf(actions);
    }
}
