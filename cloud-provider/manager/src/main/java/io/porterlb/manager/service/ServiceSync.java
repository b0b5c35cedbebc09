package io.porterlb.manager.service;

import io.porterlb.desired.allocation.Release;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.KubeException;
import io.porterlb.kube.ServicePatch;
import io.porterlb.kube.WriteResult;
import io.porterlb.kube.work.RetryAfterException;
import io.porterlb.manager.cloud.Deleted;
import io.porterlb.manager.cloud.Ensured;
import io.porterlb.manager.cloud.LoadBalancer;
import io.porterlb.manager.cloud.RetryLater;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// One sync of one Service, as `syncLoadBalancerIfNeeded` of Kubernetes' service controller
/// (`k8s.io/cloud-provider/controllers/service/controller.go`): the load balancer, what the Service shows, and what its
/// owner reads. Any thread; blocks it. A failure of the API server is said and thrown.
final class ServiceSync {
    private static final String ENSURE = "failed to ensure load balancer";

    /// An attempt that takes longer says that it is under way; Kubernetes says so of every one.
    private static final Executor LONG = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final String clusterName;
    private final Function<ServicePatch, WriteResult> services;
    private final ServiceEvents events;
    private final NodeSync nodeSync;

    /// @param services {@link io.porterlb.kube.ServiceWriter#patch}
    ServiceSync(
            String clusterName, Function<ServicePatch, WriteResult> services, ServiceEvents events, NodeSync nodeSync) {
        this.clusterName = clusterName;
        this.services = services;
        this.events = events;
        this.nodeSync = nodeSync;
    }

    /// First the load balancer, then the Service that shows it: an address is recorded before anybody sees it.
    ///
    /// @throws RetryAfterException where it has to be decided again, on a newer view
    void ensure(LoadBalancer balancer, ServiceView service, List<NodeView> nodes) throws RetryAfterException {
        try (Overdue _ = Overdue.at(LONG, () -> events.ensuring(service))) {
            switch (attempt(service, ENSURE, () -> balancer.ensureLoadBalancer(clusterName, service, nodes))) {
                case Ensured.Ready ready -> ready(service, ready);
                case Ensured.Refused(Problem problem) -> refused(service, problem);
                case Ensured.ImplementedElsewhere _ -> release(service, Release.ofConditions(service));
                case RetryLater later -> throw again(later);
            }
        }
    }

    private void ready(ServiceView service, Ensured.Ready ready) throws RetryAfterException {
        if (!ServicePatches.shows(service, ready.status(), ready.eip(), ready.unmet())) {
            patch(ServicePatches.show(service, ready));
        }
        if (!service.ingress().equals(ready.status().texts())) {
            events.ensured(service);
        }
        nodeSync.made(service, ready.hosts());
    }

    private void refused(ServiceView service, Problem problem) throws RetryAfterException {
        events.failed(service, ENSURE, problem.message());
        patch(ServicePatches.refuse(service, problem));
    }

    /// First the Service, then the load balancer: Kubernetes does it the other way round, since what a cloud has made
    /// is found through the Service alone. Here the record outlives the Service and names it, so that what was
    /// interrupted is finished later, and it tells until the last that the finalizer is ours.
    ///
    /// @throws RetryAfterException where it has to be decided again, on a newer view
    void delete(LoadBalancer balancer, ServiceView service, Release release) throws RetryAfterException {
        if (balancer.getLoadBalancer(clusterName, service).isPresent()) {
            events.deleting(service);
        }
        release(service, release);
        Deleted answer = attempt(
                service,
                "failed to delete load balancer",
                () -> balancer.ensureLoadBalancerDeleted(clusterName, service));
        switch (answer) {
            case Deleted.Gone _ -> events.deleted(service);
            case RetryLater later -> throw again(later);
        }
    }

    private void release(ServiceView service, Release release) throws RetryAfterException {
        if (!release.equals(Release.NONE)) {
            patch(ServicePatch.release(service, release));
        }
    }

    private void patch(ServicePatch patch) throws RetryAfterException {
        Optional<RetryLater> later =
                attempt(patch.seen(), "failed to update load balancer status", () -> written(patch));
        if (later.isPresent()) {
            throw again(later.get());
        }
    }

    private Optional<RetryLater> written(ServicePatch patch) {
        WriteResult result = services.apply(patch);
        return patch.ingress().clears()
                ? RetryLater.unlessDoneOrGone(result) // a Service that is gone shows no address
                : RetryLater.unlessDone(result);
    }

    private <T> T attempt(ServiceView service, String step, Supplier<T> call) {
        try {
            return call.get();
        } catch (KubeException e) {
            events.failed(service, step, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static RetryAfterException again(RetryLater later) {
        return new RetryAfterException(later.delay(), later.message());
    }
}
