package io.porterlb.agent.checkup;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.VipPlan;
import io.porterlb.kube.agents.NodeFindings;
import io.porterlb.rules.NodeCheckup;
import io.porterlb.rules.check.Finding;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Looks over the node when somebody asks, one look at a time. Any thread.
public final class Checkup {
    private final String node;
    private final Supplier<NodePlan> plan;
    private final Function<Set<IpFamily>, List<Finding>> look;

    /// @param plan what the node does now
    public Checkup(String node, Supplier<NodePlan> plan) {
        this(node, plan, NodeCheckup::findings);
    }

    Checkup(String node, Supplier<NodePlan> plan, Function<Set<IpFamily>, List<Finding>> look) {
        this.node = node;
        this.plan = plan;
        this.look = look;
    }

    /// Blocks while it looks, for some tens of milliseconds.
    public synchronized NodeFindings now() {
        Set<IpFamily> served = served(plan.get());
        List<Finding> findings = CompletableFuture.supplyAsync(() -> look.apply(served), Checkup::onPlatformThread)
                .join();
        return new NodeFindings(node, findings.stream().map(Checkup::finding).toList());
    }

    /// It starts programs, for which a virtual thread is none.
    private static void onPlatformThread(Runnable task) {
        Thread.ofPlatform().daemon().name("checkup").start(task);
    }

    private static Set<IpFamily> served(NodePlan plan) {
        return plan.vips().stream()
                .map(VipPlan::address)
                .map(address -> address.family())
                .collect(Collectors.toSet());
    }

    private static NodeFindings.Finding finding(Finding finding) {
        return new NodeFindings.Finding(finding.check().name(), finding.message());
    }
}
