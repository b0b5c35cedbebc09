package io.porterlb.porterctl.uninstall;

import io.porterlb.desired.view.Secrets;
import io.porterlb.kube.removal.ClusterObject;
import io.porterlb.kube.removal.InstalledKind;
import io.porterlb.kube.removal.Removal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What goes in which order. First the manager, so that it gives nothing back that is taken away; then the
/// marks on Services, and the records of their addresses, upon which the agents tell the routers; then the
/// agents, and what these went by among themselves; then what users wrote; last the rights and the namespace in which
/// all this runs.
final class Steps {
    /// What is installed beside the programs and the definitions. Bindings before what they bind.
    private static final List<InstalledKind> REST = List.of(
            InstalledKind.JOB,
            InstalledKind.NETWORK_POLICY,
            InstalledKind.POD_DISRUPTION_BUDGET,
            InstalledKind.CONFIG_MAP,
            InstalledKind.VALIDATING_ADMISSION_POLICY_BINDING,
            InstalledKind.VALIDATING_ADMISSION_POLICY,
            InstalledKind.CLUSTER_ROLE_BINDING,
            InstalledKind.CLUSTER_ROLE,
            InstalledKind.ROLE_BINDING,
            InstalledKind.ROLE,
            InstalledKind.SERVICE_ACCOUNT);

    /// What the managers elect their leader with.
    private static final String LEASE = "porterlb-manager";

    /// What two agents ask who of them goes on, where there is such a thing.
    private static final String WITNESS = "porterlb-layer2";

    private final Removal removal;
    private final UninstallSettings settings;
    private final OurKinds kinds;
    private final ReleaseServices release;
    private final List<Step> steps = new ArrayList<>();

    private Steps(Removal removal, UninstallSettings settings) {
        this.removal = removal;
        this.settings = settings;
        this.kinds = new OurKinds(removal, settings.keepCrds());
        this.release = new ReleaseServices(removal);
    }

    static List<Step> of(Removal removal, UninstallSettings settings) {
        Steps all = new Steps(removal, settings);
        all.services();
        all.agents();
        if (!settings.keepCrds()) {
            all.definitions();
        }
        if (!settings.fromHelm()) {
            all.installation();
        }
        return List.copyOf(all.steps);
    }

    private void services() {
        steps.add(new StopProgram(removal, InstalledKind.DEPLOYMENT, "manager", settings));
        steps.add(new DeleteObjects(removal, this::lease, "")); // not before, or a manager would write it again
        steps.add(release);
        evidence(objects(InstalledKind.PORTER_ADDRESS));
    }

    private void agents() {
        steps.add(new AwaitWithdrawal(removal, settings));
        steps.add(new StopProgram(removal, InstalledKind.DAEMON_SET, "agent", settings));
        steps.add(objects(InstalledKind.PORTER_NODE)); // not before, or the agents would write them again
        steps.add(objects(InstalledKind.PORTER_COUNCIL)); // nor these: agents decide by them
        steps.add(new DeleteObjects(removal, this::keys, ""));
        steps.add(new DeleteObjects(removal, this::witness, ""));
        steps.add(new DropOpenElbFinalizers(removal, kinds));
    }

    private void definitions() {
        OurKinds.WRITTEN_BY_USERS.forEach(kind -> evidence(objects(kind)));
        evidence(new DeleteObjects(removal, kinds::definitions, ""));
    }

    private void evidence(Step step) {
        steps.add(new OnlyWhenReleased(release, step));
    }

    private Step objects(InstalledKind kind) {
        return new DeleteObjects(removal, () -> kinds.objects(kind), "");
    }

    private void installation() {
        REST.forEach(kind -> steps.add(new DeleteObjects(removal, () -> installed(kind), "")));
        if (!settings.keepCrds()) { // the Secrets that the kept BgpPeers name are in it
            steps.add(new DeleteObjects(removal, this::namespace, "with all that is in it"));
        }
    }

    private List<ClusterObject> installed(InstalledKind kind) {
        return removal.list(kind, kind.namespaced() ? settings.namespace() : "", Labels.OURS);
    }

    private List<ClusterObject> lease() {
        return made(InstalledKind.LEASE, LEASE);
    }

    private List<ClusterObject> witness() {
        return made(InstalledKind.LEASE, WITNESS);
    }

    private List<ClusterObject> keys() {
        return made(InstalledKind.SECRET, Secrets.LAYER2);
    }

    /// The programs made it themselves: it is found by its name.
    private List<ClusterObject> made(InstalledKind kind, String name) {
        return removal.find(kind, settings.namespace(), name).stream().toList();
    }

    private List<ClusterObject> namespace() {
        Optional<ClusterObject> found = removal.find(InstalledKind.NAMESPACE, "", settings.namespace());
        return found.filter(Labels::ours).stream().toList();
    }
}
