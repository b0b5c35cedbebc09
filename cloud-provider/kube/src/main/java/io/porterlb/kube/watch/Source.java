package io.porterlb.kube.watch;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.resource.ObjectMeta;
import io.porterlb.kube.resource.Resource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One watched kind: where it is, how its objects are read, and the store that they go to.
///
/// @param view what is kept of an object; empty for one that means nothing to us
/// @param status what is kept of its status, for kinds whose status we write; null where it has none
public record Source<R extends Resource, V>(
        ResourceType<R> type,
        Function<R, Optional<V>> view,
        Function<R, @Nullable JsonElement> status,
        Store<V> store) {
    private static final Logger LOG = System.getLogger(Source.class.getName());

    /// Key of an object in the store.
    static String key(ObjectMeta metadata) {
        return metadata.namespace().isEmpty() ? metadata.name() : metadata.namespace() + "/" + metadata.name();
    }

    /// Takes an object from the watch.
    void accept(JsonObject object) {
        read(object)
                .ifPresent(seen -> seen.stored()
                        .ifPresentOrElse(stored -> store.accept(seen.key(), stored), () -> removed(seen.metadata())));
    }

    /// Takes the watch's word that an object is gone.
    void remove(JsonObject object) {
        read(object).ifPresent(seen -> removed(seen.metadata()));
    }

    private void removed(ObjectMeta metadata) {
        store.remove(key(metadata), metadata.uid(), metadata.resourceVersion());
    }

    /// Collects an object of a list.
    void collect(JsonElement object, Map<String, Stored<V>> into) {
        read(object).ifPresent(seen -> seen.stored().ifPresent(stored -> into.put(seen.key(), stored)));
    }

    /// Takes the answer to our own write.
    public void written(JsonObject object) {
        read(object).ifPresent(seen -> seen.stored().ifPresent(stored -> store.written(seen.key(), stored)));
    }

    private Optional<Seen<V>> read(JsonElement object) {
        try {
            R resource = Json.read(object, type.type());
            return Optional.of(new Seen<>(resource.metadata(), stored(resource)));
        } catch (RuntimeException e) { // one object that can't be read must not hide the others
            LOG.log(Level.WARNING, "Ignored one of " + type + ", which does not look as expected: " + Json.problem(e));
            return Optional.empty();
        }
    }

    private Optional<Stored<V>> stored(R resource) {
        ObjectMeta metadata = resource.metadata();
        JsonElement kept = Optional.ofNullable(status.apply(resource)).orElse(JsonNull.INSTANCE);
        return view.apply(resource).map(v -> new Stored<>(metadata.uid(), metadata.resourceVersion(), v, kept));
    }

    /// An object that could be read, and what is kept of it.
    private record Seen<V>(ObjectMeta metadata, Optional<Stored<V>> stored) {
        String key() {
            return Source.key(metadata);
        }
    }
}
