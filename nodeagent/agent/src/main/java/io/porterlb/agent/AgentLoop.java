package io.porterlb.agent;

import io.porterlb.agent.layer2.Layer2;
import io.porterlb.agent.report.Reporter;
import io.porterlb.agent.rules.Vips;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.Planner;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.rules.KernelRules;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// View in, plan out, and the plan into effect. Called by the one thread that delivers views; while the API server is
/// away no view comes, and what was announced stays announced. Any thread may end it.
final class AgentLoop implements Consumer<ClusterView> {
    private static final Logger LOG = System.getLogger(AgentLoop.class.getName());

    private final String node;
    private final KernelRules rules;
    private final Bgp bgp;
    private final Layer2 layer2;
    private final Reporter reporter;
    private final NodeReportWriter writer;
    private final SessionsSettled settled;
    private Optional<NodePlan> current = Optional.empty();
    private volatile boolean ended;

    AgentLoop(
            String node,
            KernelRules rules,
            Bgp bgp,
            Layer2 layer2,
            Reporter reporter,
            NodeReportWriter writer,
            SessionsSettled settled) {
        this.settled = settled;
        this.writer = writer;
        this.node = node;
        this.rules = rules;
        this.bgp = bgp;
        this.layer2 = layer2;
        this.reporter = reporter;
    }

    /// Whatever goes wrong here is a fault of ours; what is announced stays announced, and the next view is another
    /// try.
    @Override
    public void accept(ClusterView view) {
        if (ended) {
            return;
        }
        try {
            writer.saw(view.nodes().get(node));
            follow(view, Planner.plan(view, node));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "this view can't be followed; the plan stays "
                            + current.map(NodePlan::hash).orElse("none"),
                    e);
        }
    }

    /// How long a view may be waited for; after that time the last one is due again. Empty for as long as it takes.
    Optional<Duration> patience() {
        return Stream.of(bgp.patience(), layer2.patience())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /// Leaves everything as it is from now on. Does not wait for a view that is being followed: what that one still
    /// tells the speaker has no effect once the speaker is closed.
    void end() {
        ended = true;
    }

    private void follow(ClusterView view, NodePlan plan) {
        if (current.filter(plan::equals).isPresent()) {
            bgp.repeat(plan);
            layer2.follow(view, plan); // for the council and its keys
            settled.applied(plan);
            return;
        }
        rules.apply(Vips.of(plan)); // before routes bring traffic; whether the kernel takes them holds up nothing
        bgp.follow(plan);
        layer2.follow(view, plan);
        current = Optional.of(plan);
        settled.applied(plan);
        reporter.applied(plan);
        plan.problems().forEach(problem -> LOG.log(Level.WARNING, problem.message()));
        LOG.log(
                Level.INFO,
                () -> "plan " + plan.hash() + ": " + plan.routes().size() + " route(s), "
                        + plan.layer2().answers().size() + " Layer 2 address(es) to share, rules for "
                        + plan.vips().size() + " address(es)");
    }
}
