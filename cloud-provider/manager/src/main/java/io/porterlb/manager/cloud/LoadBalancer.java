package io.porterlb.manager.cloud;

import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a cloud provider does for Services of type LoadBalancer: Kubernetes' own interface of that name
/// (`k8s.io/cloud-provider/cloud.go`), with its five operations. The service controller drives it and does the rest:
/// finalizer, status and events.
///
/// Each gets the name of the cluster (`--cluster-name`), for back ends that several clusters share. Nodes are always
/// the stable set of {@link io.porterlb.desired.plan.Eligibility}, whether ready or not.
///
/// Any thread, never twice at once for one Service; each may block. What the API server fails at is a
/// {@link io.porterlb.kube.KubeException}: try again, ever more slowly. Expected answers are values.
public interface LoadBalancer {
    /// The load balancer that was made for this Service, as it is. None is no error.
    Optional<LoadBalancerStatus> getLoadBalancer(String clusterName, ServiceView service);

    /// Its name, for logs: no two Services have the same, and none changes it.
    String getLoadBalancerName(String clusterName, ServiceView service);

    /// Makes it, or makes it what it should be. Called again when nothing has changed, it does nothing.
    Ensured ensureLoadBalancer(String clusterName, ServiceView service, List<NodeView> nodes);

    /// Hands over other nodes; the Service is the same.
    ///
    /// @return names of those that carry its traffic from now on
    Set<String> updateLoadBalancer(String clusterName, ServiceView service, List<NodeView> nodes);

    /// Takes it away, or what an interrupted attempt left of it; it is no error if there is none. By its type it cannot
    /// say that somebody else has to do it: nobody else knows what was made here.
    Deleted ensureLoadBalancerDeleted(String clusterName, ServiceView service);
}
