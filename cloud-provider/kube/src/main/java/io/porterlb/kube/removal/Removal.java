package io.porterlb.kube.removal;

import io.porterlb.desired.allocation.Ownership;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.WriteResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The API calls that take PorterLB out of a cluster. Reads ask the API server each time; a kind that it does not know
/// has no objects. Any thread; each call blocks its own, and throws [io.porterlb.kube.KubeException] for what is not a
/// value.
public interface Removal {
    /// All objects of a kind with these labels.
    ///
    /// @param namespace empty for every one, and for a cluster-scoped kind
    /// @param selector a label selector; empty for any labels
    List<ClusterObject> list(InstalledKind kind, String namespace, String selector);

    /// One object by name. Needs the verb get only.
    Optional<ClusterObject> find(InstalledKind kind, String namespace, String name);

    /// Asks for the deletion of this very object. [WriteResult.Deleted] says that the API server agreed: finalizers may
    /// keep the object for longer.
    WriteResult delete(ClusterObject object, Deletion deletion);

    /// Takes these finalizers off an object of a kind of ours; others stay. [WriteResult.Conflict] if it has changed
    /// since it was read.
    WriteResult dropFinalizers(ClusterObject object, Set<String> finalizers);

    /// Names of the nodes whose condition Ready is True.
    Set<String> readyNodes();

    /// What the agents report of their nodes.
    List<NodeReport> reports();

    /// What tells our addresses from those of others, as the cluster is now.
    Ownership ownership();

    /// The Services that have anything of ours.
    List<ServiceTrace> services(Ownership ownership);

    /// Takes off one Service, as it is now, what is ours. Needs the verbs list on services and patch on
    /// services/status.
    WriteResult release(ServiceKey service, Ownership ownership);
}
