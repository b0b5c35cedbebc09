package io.porterlb.porterctl.uninstall;

import io.porterlb.desired.allocation.Ownership;
import io.porterlb.desired.allocation.Release;
import io.porterlb.kube.removal.Removal;
import io.porterlb.kube.removal.ServiceTrace;
import java.util.ArrayList;
import java.util.List;

/// Takes our addresses, finalizers, label and condition off all Services, while records and Eips still tell which
/// address is ours.
final class ReleaseServices implements Step {
    private final Removal removal;

    ReleaseServices(Removal removal) {
        this.removal = removal;
    }

    @Override
    public List<Thing> look() {
        return removal.services(removal.ownership()).stream()
                .map(ReleaseServices::thing)
                .toList();
    }

    @Override
    public void run(Journal journal) throws InterruptedException {
        Ownership ownership = removal.ownership();
        Several.each(
                removal.services(ownership),
                trace -> journal.attempt(thing(trace), () -> removal.release(trace.service(), ownership)));
    }

    private static Thing thing(ServiceTrace trace) {
        Release release = trace.release();
        List<String> what = new ArrayList<>();
        release.ingress().stream().sorted().forEach(address -> what.add("address " + address));
        release.finalizers().stream().sorted().forEach(finalizer -> what.add("finalizer " + finalizer));
        if (release.label()) {
            what.add("label");
        }
        if (!release.conditions().isEmpty()) {
            what.add("condition");
        }
        return Thing.toClean("Service " + trace.service(), what);
    }
}
