package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.removal.ClusterObject;
import io.porterlb.kube.removal.Deletion;
import io.porterlb.kube.removal.InstalledKind;
import io.porterlb.kube.removal.Removal;
import io.porterlb.kube.work.Until;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Ends one of the programs: its controller, then all of its Pods. A Pod on a dead node never ends by itself. It is
/// taken out of the API by force, which also makes its token void: its processes, should they still run, can write
/// nothing any more.
final class StopProgram implements Step {
    private final Removal removal;
    private final InstalledKind kind;
    private final String namespace;
    private final String component;
    private final Duration timeout;

    /// @param kind of its controller, which is called `porter-` and the component
    StopProgram(Removal removal, InstalledKind kind, String component, UninstallSettings settings) {
        this.removal = removal;
        this.kind = kind;
        this.namespace = settings.namespace();
        this.component = component;
        this.timeout = settings.timeout();
    }

    @Override
    public List<Thing> look() {
        return Stream.concat(controller().stream(), pods().stream())
                .map(object -> Thing.toDelete(object, ""))
                .toList();
    }

    private Optional<ClusterObject> controller() {
        return removal.find(kind, namespace, "porter-" + component).filter(Labels::ours);
    }

    private List<ClusterObject> pods() {
        return removal.list(InstalledKind.POD, namespace, Labels.component(component));
    }

    @Override
    public void run(Journal journal) throws InterruptedException {
        Optional<ClusterObject> controller = controller();
        controller.ifPresent(found -> delete(journal, found, Deletion.FOREGROUND));
        if (controller.isEmpty()) { // else it would make new ones until it is gone itself
            pods().stream().filter(pod -> !pod.deleting()).forEach(pod -> delete(journal, pod, Deletion.BACKGROUND));
        }
        if (!Until.yes(timeout, () -> pods().isEmpty())) {
            force(journal, pods());
        }
    }

    private void delete(Journal journal, ClusterObject object, Deletion deletion) {
        journal.attempt(Thing.toDelete(object, ""), () -> removal.delete(object, deletion));
    }

    private void force(Journal journal, List<ClusterObject> pods) {
        Set<String> ready = removal.readyNodes();
        for (ClusterObject pod : pods) {
            Thing thing = Thing.toDelete(
                    pod, "by force, as it did not end within " + timeout.toSeconds() + " s; " + why(pod, ready));
            journal.attempt(thing, () -> removal.delete(pod, Deletion.FORCED));
        }
    }

    private static String why(ClusterObject pod, Set<String> ready) {
        if (pod.node().isEmpty()) {
            return "it has no node.";
        }
        return ready.contains(pod.node())
                ? "its node " + pod.node() + " is Ready: see there whether its process still runs."
                : "its node " + pod.node() + " is not there or not Ready: its process ends when the kubelet is back.";
    }
}
