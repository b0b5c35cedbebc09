package io.porterlb.manager;

import io.porterlb.desired.allocation.Allocator;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.status.StatusReport;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.kube.AddressWriter;
import io.porterlb.kube.KubeCluster;
import io.porterlb.kube.WriteGate;
import io.porterlb.manager.announcement.AnnouncementController;
import io.porterlb.manager.cloud.EipLoadBalancer;
import io.porterlb.manager.cloud.LoadBalancer;
import io.porterlb.manager.config.CloudConfigFile;
import io.porterlb.manager.council.CouncilController;
import io.porterlb.manager.event.Announcer;
import io.porterlb.manager.flags.Controller;
import io.porterlb.manager.flags.ControllerFlags;
import io.porterlb.manager.flags.Layer2Flags;
import io.porterlb.manager.metrics.ManagerMetrics;
import io.porterlb.manager.node.NodeWarnings;
import io.porterlb.manager.service.Assumptions;
import io.porterlb.manager.service.OrphanCollector;
import io.porterlb.manager.service.ServiceController;
import io.porterlb.manager.status.StatusQueue;
import io.porterlb.program.health.Rounds;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// View in, assignments out, and the difference to what is there handed to those who write. One thread runs it;
/// the writing happens elsewhere, and what was written is in a later view.
final class ManagerLoop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ManagerLoop.class.getName());

    private final KubeCluster kube;
    private final ControllerFlags flags;
    private final WriteGate gate;
    private final Rounds rounds;
    private final Assumptions assumptions = new Assumptions();
    private final Announcer announcer;
    private final NodeControllers nodes;
    private final NodeWarnings warnings;
    private final ServiceController services;
    private final OrphanCollector orphans;
    private final StatusQueue statuses;
    private final CouncilController council;
    private final AnnouncementController announcements;
    private Optional<Duration> due = Optional.empty();

    /// @param clusterName handed to load balancers
    ManagerLoop(
            String clusterName,
            KubeCluster kube,
            ControllerFlags flags,
            Layer2Flags layer2,
            CloudConfigFile cloud,
            WriteGate gate,
            Rounds rounds) {
        this.rounds = rounds;
        this.kube = kube;
        this.flags = flags;
        this.gate = gate;
        this.announcer = new Announcer(kube.events());
        this.nodes = new NodeControllers(kube, flags, cloud);
        this.warnings = new NodeWarnings(announcer);
        this.services = new ServiceController(
                clusterName, kube.services()::patch, kube::wake, assumptions, announcer, flags.serviceSyncs());
        this.orphans = new OrphanCollector(kube.addresses());
        this.statuses = new StatusQueue(kube.statuses(), announcer);
        this.announcements = new AnnouncementController(
                kube.services()::patch,
                kube.endpoints()::of,
                kube::wake,
                new Announcer(kube.events()),
                flags.serviceSyncs(),
                System::nanoTime);
        this.council = new CouncilController(kube.councils(), kube.keys(layer2.namespace()), layer2.council());
    }

    /// Runs until interrupted.
    void run() throws InterruptedException {
        while (true) {
            // Before the view: what is no longer assumed afterwards is then in the view, or has failed
            Assumptions.Snapshot assumed = assumptions.snapshot();
            ClusterView seen = kube.next(due);
            due = Optional.empty();
            if (assumptions.endedSince(assumed)) {
                kube.wake(); // this round skips what has ended meanwhile; without a further one it would stay undone
            }
            rounds.round(() -> follow(seen, assumed));
        }
    }

    /// Whatever goes wrong here is a fault of ours; what is written stays, and the next view is another try.
    private void follow(ClusterView seen, Assumptions.Snapshot assumed) {
        try {
            round(seen, assumed);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "this view can't be followed", e);
        }
    }

    /// A follower takes views and does nothing with them, so that its first round as leader has a fresh one.
    private void round(ClusterView seen, Assumptions.Snapshot assumed) {
        if (!gate.isOpen()) {
            return;
        }
        nodes.apply(seen);
        if (flags.runs(Controller.SERVICE_LB)) {
            services(seen, assumed);
        }
        announcer.forgetAllBut(seen);
    }

    private void services(ClusterView seen, Assumptions.Snapshot assumed) {
        warnings.look(seen);
        ClusterView view = assumed.over(seen);
        Assignments assignments = Allocator.allocate(view, flags.allocator());
        services.apply(seen, assignments, balancer(seen, assignments), assumed);
        orphans.collect(assignments.orphans());
        statuses.apply(view, StatusReport.of(view, assignments));
        due = Stream.of(announcements.apply(seen, assignments), council.apply(seen))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private LoadBalancer balancer(ClusterView seen, Assignments assignments) {
        AddressWriter addresses = kube.addresses();
        return new EipLoadBalancer(seen, assignments, addresses::take, addresses::giveBack);
    }

    /// Has what it does counted.
    void count(ManagerMetrics metrics) {
        metrics.services(services.queue(), services.nodeQueue());
        services.listen(metrics::nodesSynced);
        nodes.count(metrics);
        Stream.of(Controller.CLOUD_NODE, Controller.CLOUD_NODE_LIFECYCLE, Controller.SERVICE_LB)
                .filter(flags::runs)
                .forEach(controller -> metrics.controller(controller.alias(), gate::isOpen));
    }

    @Override
    public void close() {
        nodes.close();
        services.close();
        orphans.close();
        statuses.close();
        announcements.close();
        council.close();
    }
}
