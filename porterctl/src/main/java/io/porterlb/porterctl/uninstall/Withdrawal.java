package io.porterlb.porterctl.uninstall;

import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.RuleReport;
import java.util.ArrayList;
import java.util.List;

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
        if (hasRules(report.rules())) {
            missing.add(String.join(" ", RULES, String.join(" ", report.rules().problems()))
                    .strip());
        }
        return missing;
    }

    /// What could not be taken away is a problem.
    private static boolean hasRules(RuleReport rules) {
        return rules.vips() > 0 || !rules.problems().isEmpty();
    }
}
