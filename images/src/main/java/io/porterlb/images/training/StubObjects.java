package io.porterlb.images.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The objects of a stub API server, by the path of each; what changes is told to those who watch. Any thread.
final class StubObjects {
    private final NavigableMap<String, JsonObject> objects = new TreeMap<>();
    private final List<Consumer<Change>> watchers = new ArrayList<>();
    private int version = 1;
    private boolean abandoned;

    /// A change of an object.
    ///
    /// @param type as watches name it: `ADDED`, `MODIFIED` or `DELETED`
    record Change(String type, String path, JsonObject object) {}

    /// Puts an object in place of what was there.
    synchronized JsonObject put(String path, JsonObject object) {
        String type = objects.containsKey(path) ? "MODIFIED" : "ADDED";
        JsonObject stored = object.deepCopy();
        JsonObject metadata = stored.getAsJsonObject("metadata");
        metadata.addProperty("resourceVersion", Integer.toString(++version));
        if (!metadata.has("uid")) {
            metadata.addProperty("uid", "00000000-0000-4000-8000-%012d".formatted(version));
        }
        objects.put(path, stored);
        tell(new Change(type, path, stored));
        return stored;
    }

    /// Applies a JSON Merge Patch ([RFC 7396 2](https://www.rfc-editor.org/rfc/rfc7396#section-2)), or nothing if there
    /// is no such object.
    synchronized Optional<JsonObject> patch(String path, JsonObject patch) {
        return Optional.ofNullable(objects.get(path)).map(object -> put(path, merge(object, patch)));
    }

    private static JsonObject merge(JsonObject object, JsonObject patch) {
        JsonObject merged = object.deepCopy();
        for (Map.Entry<String, JsonElement> member : patch.entrySet()) {
            if (member.getValue().isJsonNull()) {
                merged.remove(member.getKey());
            } else if (member.getValue() instanceof JsonObject inner) {
                JsonObject before = merged.get(member.getKey()) instanceof JsonObject o ? o : new JsonObject();
                merged.add(member.getKey(), merge(before, inner));
            } else {
                merged.add(member.getKey(), member.getValue());
            }
        }
        return merged;
    }

    synchronized Optional<JsonObject> get(String path) {
        return Optional.ofNullable(objects.get(path));
    }

    synchronized Optional<JsonObject> delete(String path) {
        Optional<JsonObject> gone = Optional.ofNullable(objects.remove(path));
        gone.ifPresent(object -> tell(new Change("DELETED", path, object)));
        return gone;
    }

    /// A list as the API server answers.
    ///
    /// @param path of a kind, in a namespace or over all
    synchronized JsonObject list(String path) {
        JsonArray items = new JsonArray();
        objects.forEach((where, object) -> {
            if (isOf(path, where)) {
                items.add(object);
            }
        });
        JsonObject metadata = new JsonObject();
        metadata.addProperty("resourceVersion", Integer.toString(version));
        JsonObject list = new JsonObject();
        list.add("metadata", metadata);
        list.add("items", items);
        return list;
    }

    /// Whether an object belongs to a list of its kind, in its namespace or over all: `/api/v1/services` has
    /// `/api/v1/namespaces/a/services/b`.
    static boolean isOf(String kind, String object) {
        String folder = object.substring(0, object.lastIndexOf('/'));
        return folder.equals(kind)
                || folder.replaceFirst("/namespaces/[^/]+/(?=[^/]+$)", "/").equals(kind);
    }

    /// Waits until an object is as wanted.
    ///
    /// @return false if it is not so in time, or nobody is left to write it
    synchronized boolean await(String path, Predicate<JsonObject> wanted, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!get(path).filter(wanted).isPresent()) {
            long left = end - System.nanoTime();
            if (left <= 0 || abandoned) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /// The program that writes has ended.
    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    synchronized void watch(Consumer<Change> watcher) {
        watchers.add(watcher);
    }

    synchronized void unwatch(Consumer<Change> watcher) {
        watchers.remove(watcher);
    }

    private void tell(Change change) {
        List.copyOf(watchers).forEach(watcher -> watcher.accept(change));
        notifyAll();
    }
}
