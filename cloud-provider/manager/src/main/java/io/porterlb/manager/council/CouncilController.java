package io.porterlb.manager.council;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.kube.CouncilWriter;
import io.porterlb.kube.KeySecret;
import io.porterlb.kube.NotWrittenException;
import io.porterlb.kube.WriteResult;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keeps the council of Layer 2 addresses, and sees that there is a Secret for what its members say to each
/// other. Used by one thread; the writing is done elsewhere.
public final class CouncilController implements AutoCloseable {
    private static final Logger LOG = System.getLogger(CouncilController.class.getName());

    private final CouncilWriter councils;
    private final KeySecret keys;
    private final CouncilSettings settings;
    private final Gathering gathering = new Gathering(System::nanoTime);
    private final KeyedQueue<String> queue = new KeyedQueue<>("council", 1, Pace.every(Duration.ofSeconds(1)));
    private Optional<CouncilPlan.Stuck> stuck = Optional.empty();

    public CouncilController(CouncilWriter councils, KeySecret keys, CouncilSettings settings) {
        this.councils = councils;
        this.keys = keys;
        this.settings = settings;
    }

    /// Starts what is due.
    ///
    /// @return when to look again though nothing is new; never if empty
    public Optional<Duration> apply(ClusterView view) {
        CouncilPlan plan = CouncilPlan.of(view, settings);
        Optional<Duration> rest = gathering.rest(plan);
        Optional<Write> write = rest.isPresent() ? Optional.empty() : due(plan);
        say(plan);
        if (write.isPresent() || isKeyMissed(view)) {
            queue.submit(CouncilView.NAME, () -> carryOut(write));
        }
        return rest;
    }

    private static Optional<Write> due(CouncilPlan plan) {
        return switch (plan) {
            case CouncilPlan.Nothing _, CouncilPlan.Stuck _ -> Optional.empty();
            case CouncilPlan.Found found -> Optional.of(new Write(Optional.empty(), found.first()));
            case CouncilPlan.Change(var seen, var next) -> Optional.of(new Write(Optional.of(seen), next));
        };
    }

    /// An agent without a key takes part, but can't speak yet.
    private static boolean isKeyMissed(ClusterView view) {
        return view.reports().values().stream()
                .map(NodeReport::layer2)
                .flatMap(Optional::stream)
                .map(Layer2Report::keysVersion)
                .anyMatch(String::isEmpty);
    }

    private void say(CouncilPlan plan) {
        Optional<CouncilPlan.Stuck> now = plan instanceof CouncilPlan.Stuck one ? Optional.of(one) : Optional.empty();
        now.filter(one -> !stuck.equals(now)).ifPresent(one -> LOG.log(Level.WARNING, one.warning()));
        stuck = now;
    }

    private void carryOut(Optional<Write> write) throws NotWrittenException {
        if (keys.find().isEmpty()) {
            settle(keys.create(KeySecret.newKey()));
        }
        if (write.isPresent()) {
            write(write.get());
        }
    }

    private void write(Write write) throws NotWrittenException {
        WriteResult result = councils.write(write.seen(), write.next());
        settle(result);
        if (result instanceof WriteResult.Written) {
            LOG.log(Level.INFO, () -> "Layer 2 council " + write.next().generation() + ": " + nodes(write.next()));
        }
    }

    /// Where somebody else was first, the next view tells what is due then.
    private static void settle(WriteResult result) throws NotWrittenException {
        if (!(result instanceof WriteResult.AlreadyExists)) {
            result.orThrowUnlessGone();
        }
    }

    private static String nodes(CouncilView council) {
        return council.now().seats().stream().map(Seat::node).collect(Collectors.joining(", "));
    }

    /// A council to be written.
    ///
    /// @param seen what it follows
    private record Write(Optional<CouncilView> seen, CouncilView next) {}

    @Override
    public void close() {
        queue.close();
    }
}
