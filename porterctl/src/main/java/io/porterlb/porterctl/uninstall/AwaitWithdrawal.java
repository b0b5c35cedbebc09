package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.removal.ClusterObject;
import io.porterlb.kube.removal.InstalledKind;
import io.porterlb.kube.removal.Removal;
import io.porterlb.kube.work.Until;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Waits until the agents have withdrawn the routes of what was taken off the Services. A router with graceful restart
/// (RFC 4724) would keep the routes of an agent that ends before, for as long as its restart time. Agents on dead nodes
/// are not waited for: nobody hears of them.
final class AwaitWithdrawal implements Step {
    /// An agent reports a new plan, and five seconds later at most the counts that came of it.
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
        if (!Until.yes(timeout, () -> announcing().isEmpty())) {
            announcing()
                    .forEach(node -> journal.say("node " + node + ": its agent has not reported within "
                            + timeout.toSeconds()
                            + " s that it has withdrawn its routes; its routers drop them when its"
                            + " sessions end, or with graceful restart after their restart time."));
        }
    }

    private Set<String> announcing() {
        Set<String> nodes = new TreeSet<>(removal.announcingNodes());
        if (!nodes.isEmpty()) {
            nodes.retainAll(runningAgents());
            nodes.retainAll(removal.readyNodes());
        }
        return nodes;
    }

    private Set<String> runningAgents() {
        return removal.list(InstalledKind.POD, namespace, Labels.component("agent")).stream()
                .filter(pod -> !pod.deleting())
                .map(ClusterObject::node)
                .collect(Collectors.toSet());
    }
}
