package io.porterlb.manager;

import io.porterlb.desired.allocation.Allocator;
import io.porterlb.desired.allocation.AllocatorSettings;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.status.StatusReport;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.kube.AddressWriter;
import io.porterlb.kube.KubeCluster;
import io.porterlb.manager.cloud.BareMetal;
import io.porterlb.manager.cloud.EipLoadBalancer;
import io.porterlb.manager.cloud.InstancesV2;
import io.porterlb.manager.cloud.LoadBalancer;
import io.porterlb.manager.config.CloudConfigFile;
import io.porterlb.manager.event.Announcer;
import io.porterlb.manager.node.CloudNodeController;
import io.porterlb.manager.node.NodeLifecycleController;
import io.porterlb.manager.node.NodeWarnings;
import io.porterlb.manager.service.Assumptions;
import io.porterlb.manager.service.OrphanCollector;
import io.porterlb.manager.service.ServiceController;
import io.porterlb.manager.status.StatusQueue;
import io.porterlb.program.health.Rounds;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// View in, assignments out, and the difference to what is there handed to those who write. One thread runs it;
/// the writing happens elsewhere, and what was written is in a later view.
final class ManagerLoop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ManagerLoop.class.getName());
    private static final int NODES_AT_ONCE = 4;

    /// Enough to keep an API server busy that answers in a few milliseconds, without crowding others out.
    private static final int SERVICE_SYNCS = 16;

    private final KubeCluster kube;
    private final AllocatorSettings settings;
    private final Rounds rounds;
    private final Assumptions assumptions = new Assumptions();
    private final Announcer announcer;
    private final CloudConfigFile cloud;
    private final CloudNodeController nodes;
    private final NodeLifecycleController lifecycle;
    private final NodeWarnings warnings;
    private final ServiceController services;
    private final OrphanCollector orphans;
    private final StatusQueue statuses;

    ManagerLoop(KubeCluster kube, AllocatorSettings settings, CloudConfigFile cloud, Rounds rounds) {
        this.rounds = rounds;
        this.kube = kube;
        this.settings = settings;
        this.announcer = new Announcer(kube.events());
        this.cloud = cloud;
        this.nodes = new CloudNodeController(kube, NODES_AT_ONCE);
        this.lifecycle = new NodeLifecycleController(kube, NODES_AT_ONCE);
        this.warnings = new NodeWarnings(announcer);
        this.services =
                new ServiceController(kube.services()::patch, kube::wake, assumptions, announcer, SERVICE_SYNCS);
        this.orphans = new OrphanCollector(kube.addresses());
        this.statuses = new StatusQueue(kube.statuses(), announcer);
    }

    /// Runs until interrupted.
    void run() throws InterruptedException {
        while (true) {
            // Before the view: what is no longer assumed afterwards is then in the view, or has failed
            Assumptions.Snapshot assumed = assumptions.snapshot();
            ClusterView seen = kube.next();
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

    private void round(ClusterView seen, Assumptions.Snapshot assumed) {
        InstancesV2 instances = new BareMetal(cloud.current());
        nodes.apply(seen.nodes(), instances);
        lifecycle.apply(seen.nodes(), instances);
        warnings.look(seen);
        ClusterView view = assumed.over(seen);
        Assignments assignments = Allocator.allocate(view, settings);
        services.apply(seen, assignments, balancer(seen, assignments), assumed);
        orphans.collect(assignments.orphans());
        statuses.apply(view, StatusReport.of(view, assignments));
        announcer.forgetAllBut(seen);
    }

    private LoadBalancer balancer(ClusterView seen, Assignments assignments) {
        AddressWriter addresses = kube.addresses();
        return new EipLoadBalancer(seen, assignments, addresses::create, addresses::delete);
    }

    @Override
    public void close() {
        nodes.close();
        lifecycle.close();
        services.close();
        orphans.close();
        statuses.close();
    }
}
