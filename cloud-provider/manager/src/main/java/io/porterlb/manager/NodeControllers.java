package io.porterlb.manager;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.kube.KubeCluster;
import io.porterlb.manager.cloud.BareMetal;
import io.porterlb.manager.cloud.InstancesV2;
import io.porterlb.manager.config.CloudConfigFile;
import io.porterlb.manager.event.Announcer;
import io.porterlb.manager.flags.Controller;
import io.porterlb.manager.flags.ControllerFlags;
import io.porterlb.manager.metrics.ManagerMetrics;
import io.porterlb.manager.node.CloudNodeController;
import io.porterlb.manager.node.NodeLifecycleController;
import java.time.Duration;
import java.time.Instant;

/// The controllers of Nodes, those of them that are to run, with what is known of the machines now. Used by the
/// manager's loop only.
final class NodeControllers implements AutoCloseable {
    private final ControllerFlags flags;
    private final CloudConfigFile cloud;
    private final Announcer announcer; // apart from the loop's, in which a Node that is well is so for other reasons
    private final CloudNodeController nodes;
    private final NodeLifecycleController lifecycle;

    NodeControllers(KubeCluster kube, ControllerFlags flags, CloudConfigFile cloud) {
        this.flags = flags;
        this.cloud = cloud;
        this.announcer = new Announcer(kube.events());
        this.nodes = new CloudNodeController(kube.nodes(), announcer, flags.nodeSyncs());
        this.lifecycle = new NodeLifecycleController(kube.nodes(), announcer, flags.nodeSyncs());
    }

    /// Starts what is due.
    void apply(ClusterView seen) {
        InstancesV2 instances = new BareMetal(cloud.current());
        if (flags.runs(Controller.CLOUD_NODE)) {
            nodes.apply(seen.nodes(), instances);
        }
        if (flags.runs(Controller.CLOUD_NODE_LIFECYCLE)) {
            lifecycle.apply(seen.nodes(), instances);
        }
        announcer.forgetAllBut(seen);
    }

    /// Has what they do counted. Kubernetes' own controller of life cycles has no queue.
    void count(ManagerMetrics metrics) {
        metrics.queue("Nodes", nodes.queue());
        metrics.queue("node_lifecycle", lifecycle.queue());
        nodes.listen(node -> metrics.initialized(Duration.between(node.created(), Instant.now())));
    }

    @Override
    public void close() {
        nodes.close();
        lifecycle.close();
    }
}
