package io.porterlb.porterctl.uninstall;

import io.porterlb.desired.allocation.Ownership;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.WriteResult;
import io.porterlb.kube.removal.ClusterObject;
import io.porterlb.kube.removal.Deletion;
import io.porterlb.kube.removal.InstalledKind;
import io.porterlb.kube.removal.Removal;
import io.porterlb.kube.removal.ServiceTrace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Lets a number of writes through and then acts as if the process were killed.
record KilledRemoval(Removal real, AtomicInteger writes) implements Removal {
    /// The end of the process.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private WriteResult write(Supplier<WriteResult> call) {
        if (writes.getAndDecrement() <= 0) {
            throw new Killed();
        }
        return call.get();
    }

    @Override
    public List<ClusterObject> list(InstalledKind kind, String namespace, String selector) {
        return real.list(kind, namespace, selector);
    }

    @Override
    public Optional<ClusterObject> find(InstalledKind kind, String namespace, String name) {
        return real.find(kind, namespace, name);
    }

    @Override
    public WriteResult delete(ClusterObject object, Deletion deletion) {
        return write(() -> real.delete(object, deletion));
    }

    @Override
    public WriteResult dropFinalizers(ClusterObject object, Set<String> finalizers) {
        return write(() -> real.dropFinalizers(object, finalizers));
    }

    @Override
    public Set<String> readyNodes() {
        return real.readyNodes();
    }

    @Override
    public List<NodeReport> reports() {
        return real.reports();
    }

    @Override
    public Ownership ownership() {
        return real.ownership();
    }

    @Override
    public List<ServiceTrace> services(Ownership ownership) {
        return real.services(ownership);
    }

    @Override
    public WriteResult release(ServiceKey service, Ownership ownership) {
        return write(() -> real.release(service, ownership));
    }
}
