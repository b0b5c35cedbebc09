package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.KubeException;
import java.util.List;

/// One step of the way out. It keeps nothing in mind: what is to be done is what the cluster shows.
///
/// The methods throw [io.porterlb.kube.KubeException] if the API server does not answer, or not in this way.
interface Step {
    /// What there is to do now; empty once it is done.
    List<Thing> look();

    /// As [#look]; what we may not look at is a thing too, as it may be there.
    default List<Thing> see() {
        try {
            return look();
        } catch (KubeException e) {
            if (e.isRefusal()) {
                return List.of(Thing.unseen(String.valueOf(e.getMessage())));
            }
            throw e;
        }
    }

    /// Does it, as far as it can be done, and tells the journal.
    void run(Journal journal) throws InterruptedException;
}
