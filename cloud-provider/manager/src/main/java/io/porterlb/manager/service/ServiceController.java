package io.porterlb.manager.service;

import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Assignments;
import io.porterlb.desired.allocation.Taking;
import io.porterlb.desired.plan.Eligibility;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.ServicePatch;
import io.porterlb.kube.WriteResult;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import io.porterlb.kube.work.RetryAfterException;
import io.porterlb.manager.cloud.LoadBalancer;
import io.porterlb.manager.cloud.LoadBalancerStatus;
import io.porterlb.manager.event.Announcer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The service controller of a cloud-controller-manager: it drives a [LoadBalancer] as Kubernetes' own does
/// (`k8s.io/cloud-provider/controllers/service/controller.go`), each Service on a thread of its own, one sync at once.
///
/// Kubernetes' compares the old object with the new one to find out what needs an update. This one compares what
/// should be with what is, on every view: it needs no list of fields, finds what changed while it was away, and
/// repairs a status that somebody else has overwritten. The loop calls it.
public final class ServiceController implements AutoCloseable {
    /// Least time between two syncs of one Service. The first is never late; a quarrel with somebody who
    /// writes to the same status stays slow.
    private static final Duration CALM = Duration.ofSeconds(1);

    /// As Kubernetes, which begins with 5 s to spare the API of a cloud. The only API that fails here is the cluster's
    /// own, mostly for the second in which it is restarted, so the first tries come sooner.
    private static final Duration LAST_RETRY = Duration.ofMinutes(5);

    private final String clusterName;
    private final Assumptions assumptions;
    private final Runnable wake;
    private final ServiceEvents events;
    private final NodeSync nodeSync;
    private final ServiceSync sync;
    private final KeyedQueue<String> queue;

    /// @param clusterName handed to the load balancer
    /// @param patch {@link io.porterlb.kube.ServiceWriter#patch}
    /// @param wake makes the loop look at the cluster again
    /// @param workers how many Services are synced side by side, at least 1
    public ServiceController(
            String clusterName,
            Function<ServicePatch, WriteResult> patch,
            Runnable wake,
            Assumptions assumptions,
            Announcer announcer,
            int workers) {
        this.clusterName = clusterName;
        this.assumptions = assumptions;
        this.wake = wake;
        this.events = new ServiceEvents(announcer);
        this.nodeSync = new NodeSync(clusterName, events, workers);
        this.sync = new ServiceSync(clusterName, patch, events, nodeSync);
        this.queue = new KeyedQueue<>("service", workers, Pace.every(CALM).upTo(LAST_RETRY));
    }

    /// Starts what is due. A Service that is being synced just now is left for the next round.
    ///
    /// @param balancer that of this view
    public void apply(ClusterView view, Assignments assignments, LoadBalancer balancer, Assumptions.Snapshot assumed) {
        List<NodeView> nodes = Eligibility.nodes(view);
        nodeSync.begin(view, nodes);
        assignments.services().forEach((key, assignment) -> {
            ServiceView service = view.services().get(key);
            if (service != null && !assumed.has(service)) {
                apply(service, assignment, balancer, nodes);
            }
        });
        nodeSync.end();
    }

    private void apply(ServiceView service, Assignment assignment, LoadBalancer balancer, List<NodeView> nodes) {
        SyncTask.Work ensure = () -> sync.ensure(balancer, service, nodes);
        switch (assignment) {
            case Assignment.Held held -> held(service, held, balancer, ensure);
            case Assignment.Refused(Problem problem) -> {
                if (!ServicePatches.refuses(service, problem)) {
                    submit(service, balancer, List.of(), ensure);
                }
            }
            case Assignment.LeftAlone(Optional<Problem> sign) ->
                sign.ifPresent(problem -> elsewhere(service, problem, balancer, ensure));
            case Assignment.Released released ->
                submit(service, balancer, List.of(), () -> release(service, released, balancer));
        }
    }

    private void held(ServiceView service, Assignment.Held held, LoadBalancer balancer, SyncTask.Work ensure) {
        events.notices(service, held);
        if (isThere(service, held, balancer)) {
            nodeSync.look(service, balancer);
            return;
        }
        submit(service, balancer, held.takings(service), () -> {
            ensure.run();
            events.held(service, held);
        });
    }

    private void elsewhere(ServiceView service, Problem sign, LoadBalancer balancer, SyncTask.Work ensure) {
        events.elsewhere(service, sign);
        if (!service.conditions().isEmpty()) {
            submit(service, balancer, List.of(), ensure);
        }
    }

    private boolean isThere(ServiceView service, Assignment.Held held, LoadBalancer balancer) {
        LoadBalancerStatus wanted = new LoadBalancerStatus(held.addresses());
        return balancer.getLoadBalancer(clusterName, service)
                        .filter(wanted::equals)
                        .isPresent()
                && ServicePatches.shows(service, wanted, held.eip(), held.unmet());
    }

    private void release(ServiceView service, Assignment.Released released, LoadBalancer balancer)
            throws RetryAfterException {
        sync.delete(balancer, service, released.release());
        events.released(service, released);
    }

    private void submit(ServiceView service, LoadBalancer balancer, List<Taking> taken, SyncTask.Work work) {
        assumptions.begin(service, taken);
        SyncTask task = new SyncTask(service.key(), work, assumptions, wake);
        queue.submit(balancer.getLoadBalancerName(clusterName, service), task);
    }

    /// For those who count what it does.
    public KeyedQueue<String> queue() {
        return queue;
    }

    /// The queue of load balancers that are to have other nodes.
    public KeyedQueue<ServiceKey> nodeQueue() {
        return nodeSync.queue();
    }

    /// Has the listener told, on any thread, how long it takes until all load balancers have other nodes.
    public void listen(Consumer<Duration> nodeSyncs) {
        nodeSync.listen(nodeSyncs);
    }

    @Override
    public void close() {
        queue.close();
        nodeSync.close();
    }
}
