package io.porterlb.agent.report;

import io.porterlb.bgp.PeerStatus;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.RuleReport;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Writes the node's report when something in it changed: at once if a session came up, went down or fails for
/// another reason than before, otherwise at most once in [#CALM]. May be called from any thread; the writing is
/// done on threads of its own.
public final class Reporter implements AutoCloseable {
    /// Least time between two reports of changes that are not a session's state: the plan, the rules, and counts.
    static final Duration CALM = Duration.ofSeconds(5);

    /// Stores a report. What it throws makes it be called again later.
    public interface Writer {
        void write(NodeReport report) throws Exception;
    }

    /// A report is stored again after this time although nothing changed: somebody may have deleted it.
    private static final Duration REFRESH = Duration.ofMinutes(5);

    private record Applied(NodePlan plan, String at) {}

    private final String node;
    private final Supplier<List<PeerStatus>> sessions;
    private final Supplier<Map<String, String>> bfd;
    private final Writer writer;
    private final Clock clock;
    private final KeyedQueue<String> calm = new KeyedQueue<>("report", 1, Pace.every(CALM));
    private final KeyedQueue<String> prompt = new KeyedQueue<>("report of a session", 1, Pace.PROMPT);
    private final AtomicReference<Applied> applied;
    private final AtomicReference<Optional<RuleReport>> rules = new AtomicReference<>(Optional.empty());
    private volatile Supplier<Optional<Layer2Report>> layer2 = Optional::empty;
    private final Thread refresher;

    /// @param sessions how the sessions are at the moment of the call
    /// @param bfd states of BFD at the moment of the call, by BgpPeer
    public Reporter(
            String node,
            Supplier<List<PeerStatus>> sessions,
            Supplier<Map<String, String>> bfd,
            Writer writer,
            Clock clock) {
        this.node = node;
        this.sessions = sessions;
        this.bfd = bfd;
        this.writer = writer;
        this.clock = clock;
        this.applied = new AtomicReference<>(new Applied(NodePlan.none(node), ""));
        this.refresher = Thread.ofVirtual().name("report refresh").start(this::refresh);
    }

    private void refresh() {
        try {
            while (true) {
                Thread.sleep(REFRESH);
                calm.submit(node, this::write);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /// The node now does what this plan says.
    public void applied(NodePlan plan) {
        applied.set(new Applied(
                plan, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
        calm.submit(node, this::write);
    }

    /// What the node does now; an empty plan before the first one.
    public NodePlan plan() {
        return applied.get().plan();
    }

    /// It is so with the kernel's rules from now on.
    public void rules(RuleReport now) {
        rules.set(Optional.of(now));
        calm.submit(node, this::write);
    }

    /// Says from now on what this says at the moment of the report.
    public void include(Supplier<Optional<Layer2Report>> said) {
        layer2 = said;
    }

    /// Something about a session or a Layer 2 address changed.
    ///
    /// @param news whether it is more than a count: a session came up, went down, or fails for another reason than
    ///     before
    public void changed(boolean news) {
        (news ? prompt : calm).submit(node, this::write);
    }

    private synchronized void write() throws Exception {
        Applied now = applied.get();
        writer.write(new NodeReport(
                node,
                SessionReports.of(now.plan(), sessions.get(), bfd.get()),
                rules.get(),
                layer2.get(),
                now.plan().hash(),
                now.at()));
    }

    @Override
    public void close() {
        refresher.interrupt();
        calm.close();
        prompt.close();
    }
}
