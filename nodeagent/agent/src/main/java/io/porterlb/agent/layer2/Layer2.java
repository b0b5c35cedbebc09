package io.porterlb.agent.layer2;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.kube.KubeException;
import io.porterlb.kube.election.LeaderElection;
import io.porterlb.kube.election.LeaseTerms;
import io.porterlb.program.health.Check;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The node's part in answering for addresses by ARP and Neighbor Discovery. As long as no Eip has
/// addresses for that, nothing runs and no port is open; once it runs it stays.
public final class Layer2 implements AutoCloseable {
    /// Of the witness' Lease.
    public static final LeaseTerms TERMS = LeaseWitness.TERMS;

    private static final Logger LOG = System.getLogger(Layer2.class.getName());
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final String node;
    private final int port;
    private final Supplier<Set<IpAddress>> reported;
    private final Supplier<LeaderElection> witness;
    private final Consumer<Boolean> news;
    private volatile Optional<Running> running = Optional.empty();
    private volatile Optional<Layer2Report> last = Optional.empty();
    private volatile boolean failed;
    private boolean closed;

    /// @param port UDP, at which the agents of all nodes speak to each other
    /// @param reported asks which addresses nodes have answered for; may take a while, and may throw
    /// @param witness an election for the Lease that has a vote where the council says so ([#TERMS])
    /// @param news told when a report would say something else, and whether at once; must not block
    public Layer2(
            String node,
            int port,
            Supplier<Set<IpAddress>> reported,
            Supplier<LeaderElection> witness,
            Consumer<Boolean> news) {
        this.witness = witness;
        this.node = node;
        this.port = port;
        this.reported = reported;
        this.news = news;
    }

    /// Does what the plan says. For one thread.
    public synchronized void follow(ClusterView view, NodePlan plan) {
        if (closed) {
            return;
        }
        if (running.isEmpty() && !plan.layer2().equals(Layer2Plan.NONE)) {
            start();
        }
        running.ifPresent(one -> one.follow(view, plan));
    }

    private void start() {
        try {
            Newcomers newcomers = new Newcomers(reported.get());
            running = Optional.of(new Running(node, port, newcomers, new LeaseWitness(witness), news));
            failed = false;
        } catch (KubeException e) {
            failed = true;
            LOG.log(Level.WARNING, "this node can't share Layer 2 addresses yet: " + e.getMessage());
        }
    }

    /// After which time the same view is due again, since something failed; empty if nothing did.
    public Optional<Duration> patience() {
        boolean again = failed || running.filter(Running::failed).isPresent();
        return again ? Optional.of(RETRY) : Optional.empty();
    }

    /// Whether this node is back among the others, for a rolling update.
    public Check check() {
        return new Check("layer2", () -> running.flatMap(Running::missing));
    }

    /// How it is; empty as long as nothing runs. Any thread.
    public Optional<Layer2Report> report() {
        return last.or(() -> running.map(Running::report));
    }

    /// Answers for nothing any more, and has the others keep this node's addresses for it for 6 s. Takes
    /// five seconds at most.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            last = report(); // the next agent reads from it what this one had
            running.ifPresent(Running::close);
        }
    }
}
