package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.removal.ClusterObject;
import io.porterlb.kube.removal.Deletion;
import io.porterlb.kube.removal.Removal;
import java.util.List;
import java.util.function.Supplier;

/// Deletes all objects of some sort.
final class DeleteObjects implements Step {
    private final Removal removal;
    private final Supplier<List<ClusterObject>> objects;
    private final String detail;

    /// @param objects asks the cluster for those that are there
    /// @param detail stands after each object's name; may be empty
    DeleteObjects(Removal removal, Supplier<List<ClusterObject>> objects, String detail) {
        this.removal = removal;
        this.objects = objects;
        this.detail = detail;
    }

    @Override
    public List<Thing> look() {
        return objects.get().stream()
                .map(object -> Thing.toDelete(object, detail))
                .toList();
    }

    @Override
    public void run(Journal journal) throws InterruptedException {
        Several.each(
                objects.get().stream().filter(object -> !object.deleting()).toList(),
                object -> journal.attempt(
                        Thing.toDelete(object, detail), () -> removal.delete(object, Deletion.BACKGROUND)));
    }
}
