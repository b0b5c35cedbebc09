package io.porterlb.agent.rules;

import io.porterlb.desired.view.RuleReport;
import io.porterlb.rules.RuleListener;
import io.porterlb.rules.RuleStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Says how it is with the kernel's rules: each problem in the log when it is new, and all of it in the node's
/// report. Called by one thread at a time.
public final class RuleNews implements RuleListener {
    private static final Logger LOG = System.getLogger(RuleNews.class.getName());

    private final Consumer<RuleReport> report;
    private Set<String> said = Set.of();

    /// @param report takes what the report is to say from now on; must not block
    public RuleNews(Consumer<RuleReport> report) {
        this.report = report;
    }

    @Override
    public void changed(RuleStatus status) {
        fresh(status.problems())
                .forEach(problem -> LOG.log(
                        Level.WARNING,
                        "kernel rules for addresses of Services: " + problem + " Addresses stay announced; a node whose"
                                + " firewall drops what it forwards may not pass on their traffic."));
        report.accept(new RuleReport(status.vips(), status.refuses(), status.problems()));
    }

    /// Those that were not there the last time.
    List<String> fresh(List<String> problems) {
        Set<String> before = said;
        said = new HashSet<>(problems);
        return problems.stream().filter(problem -> !before.contains(problem)).toList();
    }
}
