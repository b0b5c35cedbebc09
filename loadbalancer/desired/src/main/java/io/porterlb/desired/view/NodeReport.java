package io.porterlb.desired.view;

import java.util.List;
import java.util.Optional;

/// A PorterNode (`porterlb.io/v1alpha1`): what one node's agent reports.
///
/// @param rules how it is with the rules in its kernel; empty as long as the agent has not looked
/// @param layer2 how it is with its Layer 2 addresses; empty as long as the agent takes no part in sharing them
/// @param planHash identifies the plan that is applied
/// @param appliedAt when it was applied, RFC 3339
public record NodeReport(
        String node,
        List<SessionReport> sessions,
        Optional<RuleReport> rules,
        Optional<Layer2Report> layer2,
        String planHash,
        String appliedAt) {
    public NodeReport {
        sessions = List.copyOf(sessions);
    }
}
