package io.porterlb.porterctl.uninstall;

import io.porterlb.desired.view.NodeReport;
import io.porterlb.kube.removal.ClusterObject;
import io.porterlb.kube.removal.InstalledKind;
import io.porterlb.kube.removal.Removal;
import io.porterlb.kube.work.Until;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Waits until the agents have taken back what they did for the addresses that were taken off the Services. A router
/// with graceful restart (RFC 4724) would keep the routes of an agent that ends before for as long as its restart
/// time, and the kernel its rules for ever. Agents on dead nodes are not waited for: nobody hears of them.
final class AwaitWithdrawal implements Step {
    /// An agent reports a new plan, and five seconds later at most what came of it.
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Removal removal;
    private final String namespace;
    private final Duration timeout;

    AwaitWithdrawal(Removal removal, UninstallSettings settings) {
        this.removal = removal;
        this.namespace = settings.namespace();
        this.timeout = settings.timeout().compareTo(LONGEST) < 0 ? settings.timeout() : LONGEST;
    }

    /// Waiting leaves nothing to be done.
    @Override
    public List<Thing> look() {
        return List.of();
    }

    @Override
    public void run(Journal journal) throws InterruptedException {
        if (!Until.yes(timeout, () -> awaited().isEmpty())) {
            awaited().stream()
                    .flatMap(report -> Withdrawal.missing(report).stream()
                            .map(missing -> "node " + report.node() + ": its agent has not reported within "
                                    + timeout.toSeconds() + " s that " + missing))
                    .forEach(journal::say);
        }
        nobodysRules()
                .forEach(report -> journal.say("node " + report.node()
                        + ": no agent works there that could take PorterLB's rules out of its kernel. They stay until the"
                        + " node starts anew, or you do it by hand: see Firewalls on nodes in the user guide."));
    }

    private List<NodeReport> awaited() {
        List<NodeReport> missing = unfinished();
        return missing.isEmpty() ? missing : missing.stream().filter(living()).toList();
    }

    private List<NodeReport> nobodysRules() {
        List<NodeReport> rules = unfinished().stream()
                .filter(report -> Withdrawal.rules(report).isPresent())
                .toList();
        return rules.isEmpty()
                ? rules
                : rules.stream().filter(Predicate.not(living())).toList();
    }

    private List<NodeReport> unfinished() {
        return removal.reports().stream()
                .filter(report -> !Withdrawal.missing(report).isEmpty())
                .sorted(Comparator.comparing(NodeReport::node))
                .toList();
    }

    /// Whether the node has an agent that works, as of now.
    private Predicate<NodeReport> living() {
        Set<String> agents = runningAgents();
        Set<String> ready = removal.readyNodes();
        return report -> agents.contains(report.node()) && ready.contains(report.node());
    }

    private Set<String> runningAgents() {
        return removal.list(InstalledKind.POD, namespace, Labels.component("agent")).stream()
                .filter(pod -> !pod.deleting())
                .map(ClusterObject::node)
                .collect(Collectors.toSet());
    }
}
