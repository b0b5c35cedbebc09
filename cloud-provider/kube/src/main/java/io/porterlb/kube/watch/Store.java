package io.porterlb.kube.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// All objects of one kind, from the watch and from the answers to our own writes, whichever is newer: what we
/// wrote is in the next view even if its watch event is late, and the late event changes nothing.
///
/// Safe for any number of threads. Keys are `name` or `namespace/name`.
public final class Store<V> {
    private final Map<String, Stored<V>> objects = new HashMap<>();

    /// UID to last version of what we deleted and the watch may still report as living.
    private final Map<String, String> deleted = new HashMap<>();

    /// The last version that the watch has told of: what is older and not here is gone.
    private String watched = "";

    private final Runnable onChange;
    private volatile boolean synced; // read without this store's lock, by those whom onChange wakes
    private boolean viewChanged;
    private boolean unsaid;

    /// @param onChange called, briefly and with this store locked, when there is something new to look at
    public Store(Runnable onChange) {
        this.onChange = onChange;
    }

    /// Takes a complete list as of a version. What is newer than the list stays.
    synchronized void replace(Map<String, Stored<V>> listed, String version) {
        Set<String> living = listed.values().stream().map(Stored::uid).collect(Collectors.toSet());
        deleted.entrySet().removeIf(e -> !living.contains(e.getKey()) && !newer(e.getValue(), version));
        boolean gone = objects.entrySet()
                .removeIf(e ->
                        !listed.containsKey(e.getKey()) && !newer(e.getValue().resourceVersion(), version));
        note(gone || !synced ? Change.VIEW : Change.NONE);
        listed.forEach(this::accept);
        watched(version);
        synced = true;
    }

    private static boolean newer(String version, String than) {
        return ResourceVersions.compare(version, than) > 0;
    }

    /// Takes an object that the watch reports as living.
    synchronized void accept(String key, Stored<V> seen) {
        note(put(key, seen));
        watched(seen.resourceVersion());
    }

    private void watched(String version) {
        watched = newer(version, watched) ? version : watched;
    }

    private Change put(String key, Stored<V> seen) {
        Stored<V> before = objects.get(key);
        if (deleted.containsKey(seen.uid())
                || (before != null && !newer(seen.resourceVersion(), before.resourceVersion()))) {
            return Change.NONE;
        }
        objects.put(key, seen);
        if (before == null || !before.view().equals(seen.view())) {
            return Change.VIEW;
        }
        return before.status().equals(seen.status()) ? Change.NONE : Change.STATUS;
    }

    private void note(Change change) {
        viewChanged |= change != Change.NONE;
        unsaid |= change != Change.NONE;
    }

    /// Takes the watch's word that an object is gone.
    synchronized void remove(String key, String uid, String version) {
        deleted.remove(uid);
        watched(version);
        Stored<V> before = objects.get(key);
        if (before != null && !newer(before.resourceVersion(), version)) {
            objects.remove(key);
            note(Change.VIEW);
        }
    }

    /// Takes the answer to our own write. Of a status alone nobody is told: who wrote it knows. An answer may be read
    /// after the watch has told the end of the object; no event would ever take it away again.
    public synchronized void written(String key, Stored<V> answer) {
        if (!objects.containsKey(key) && !newer(answer.resourceVersion(), watched)) {
            return;
        }
        Change change = put(key, answer);
        note(change == Change.VIEW ? change : Change.NONE);
        tell();
    }

    /// Takes away what we deleted; events about it that are still on their way are ignored.
    public synchronized void deleted(String key, Stored<V> was) {
        Stored<V> now = objects.get(key);
        if (now != null && now.uid().equals(was.uid())) {
            objects.remove(key);
            deleted.put(was.uid(), now.resourceVersion());
            note(Change.VIEW);
            tell();
        }
    }

    /// Wakes the consumer if something changed since the last call.
    synchronized void tell() {
        if (unsaid && synced) {
            unsaid = false;
            onChange.run();
        }
    }

    public synchronized Optional<Stored<V>> find(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    /// Whether a complete list has been taken.
    boolean synced() {
        return synced;
    }

    /// Shows every view, unless none changed since the last call.
    ///
    /// @return whether they were shown
    synchronized boolean showIfChanged(Consumer<V> viewer) {
        if (!viewChanged) {
            return false;
        }
        viewChanged = false;
        objects.values().forEach(stored -> viewer.accept(stored.view()));
        return true;
    }

    /// What an object's newer version changes.
    private enum Change {
        NONE,
        STATUS,
        VIEW
    }
}
