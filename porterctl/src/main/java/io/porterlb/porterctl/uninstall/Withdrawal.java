package io.porterlb.porterctl.uninstall;

import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.RuleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a node's agent still has to take back, as it reports itself.
final class Withdrawal {
    private static final String ROUTES =
            "it has withdrawn its routes; its routers drop them when its sessions end, or with"
                    + " graceful restart after their restart time.";
    private static final String RULES = "its kernel has no rules of PorterLB any more; without an agent they stay until"
            + " the node starts anew, and do nothing for addresses that no router sends there.";

    private Withdrawal() {}

    /// Ends of sentences; empty where nothing is left.
    static List<String> missing(NodeReport report) {
        List<String> missing = new ArrayList<>();
        if (report.sessions().stream().anyMatch(session -> session.routesSent() > 0)) {
            missing.add(ROUTES);
        }
        rules(report)
                .map(rules -> String.join(" ", RULES, String.join(" ", rules.problems())))
                .map(String::strip)
                .ifPresent(missing::add);
        return missing;
    }

    /// Those that the kernel has; what could not be taken away is a problem.
    static Optional<RuleReport> rules(NodeReport report) {
        return report.rules()
                .filter(rules -> rules.vips() > 0 || !rules.problems().isEmpty());
    }
}
