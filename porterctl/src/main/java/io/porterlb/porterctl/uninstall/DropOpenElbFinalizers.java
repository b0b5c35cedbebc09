package io.porterlb.porterctl.uninstall;

import io.porterlb.desired.allocation.Marks;
import io.porterlb.kube.removal.ClusterObject;
import io.porterlb.kube.removal.Removal;
import java.util.List;
import java.util.Set;

/// Takes OpenELB's finalizers off the objects that it has left to us: nobody else does, and they could not be deleted.
final class DropOpenElbFinalizers implements Step {
    private static final Set<String> FINALIZERS = Set.of(Marks.OPENELB_FINALIZER, Marks.OPENELB_EIP_FINALIZER);

    private final Removal removal;
    private final OurKinds kinds;

    DropOpenElbFinalizers(Removal removal, OurKinds kinds) {
        this.removal = removal;
        this.kinds = kinds;
    }

    @Override
    public List<Thing> look() {
        return held().stream().map(DropOpenElbFinalizers::thing).toList();
    }

    @Override
    public void run(Journal journal) throws InterruptedException {
        Several.each(
                held(), object -> journal.attempt(thing(object), () -> removal.dropFinalizers(object, FINALIZERS)));
    }

    private List<ClusterObject> held() {
        return OurKinds.WRITTEN_BY_USERS.stream()
                .flatMap(kind -> kinds.objects(kind).stream())
                .filter(object -> object.finalizers().stream().anyMatch(FINALIZERS::contains))
                .toList();
    }

    private static Thing thing(ClusterObject object) {
        return Thing.toClean(
                object.toString(),
                object.finalizers().stream()
                        .filter(FINALIZERS::contains)
                        .map(finalizer -> "finalizer " + finalizer)
                        .toList());
    }
}
