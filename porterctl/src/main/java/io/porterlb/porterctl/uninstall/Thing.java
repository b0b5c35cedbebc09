package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.removal.ClusterObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Something of ours that is in the cluster, and what has to be done about it.
///
/// @param name kind, namespace and name of the object
/// @param deed what has to be done
/// @param detail what of the object, or empty
/// @param state why it is still there, if that shows on the object itself; else empty
record Thing(String name, Deed deed, String detail, String state) {
    /// Finalizers of Kubernetes itself: they go when what depends on the object has gone.
    private static final Set<String> OF_KUBERNETES = Set.of(
            "foregroundDeletion", "customresourcecleanup.apiextensions.k8s.io", "batch.kubernetes.io/job-tracking");

    static Thing toDelete(ClusterObject object, String detail) {
        return new Thing(object.toString(), Deed.DELETE, detail, state(object));
    }

    static Thing toClean(String name, List<String> what) {
        return new Thing(name, Deed.CLEAN, String.join(", ", what), "");
    }

    /// Whatever we may not look at.
    ///
    /// @param reason the API server's
    static Thing unseen(String reason) {
        return new Thing("what can't be seen", Deed.DELETE, reason, reason);
    }

    private static String state(ClusterObject object) {
        if (!object.deleting()) {
            return "";
        }
        String finalizers = object.finalizers().stream()
                .filter(finalizer -> !OF_KUBERNETES.contains(finalizer))
                .collect(Collectors.joining(", "));
        return finalizers.isEmpty()
                ? "it is being deleted"
                : "it is being deleted and waits for whoever set the finalizer " + finalizers;
    }

    /// What will be done, as a line.
    String plan() {
        return "would " + deed.present() + " " + text();
    }

    /// What was done, as a line.
    String done() {
        return deed.past() + " " + text();
    }

    private String text() {
        return detail.isEmpty() ? name : name + ": " + detail;
    }

    /// What is done about a thing.
    enum Deed {
        DELETE("delete", "deleted"),
        CLEAN("clean", "cleaned");

        private final String present;
        private final String past;

        Deed(String present, String past) {
            this.present = present;
            this.past = past;
        }

        String present() {
            return present;
        }

        String past() {
            return past;
        }
    }
}
