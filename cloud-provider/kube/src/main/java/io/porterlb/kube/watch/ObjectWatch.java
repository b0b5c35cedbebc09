package io.porterlb.kube.watch;

import com.google.gson.JsonObject;
import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.resource.Resource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Watches one namespaced object, on a virtual thread. Any thread asks for what is known of it.
public final class ObjectWatch<R extends Resource, V> implements AutoCloseable {
    private final Source<R, V> source;
    private final Scope scope;
    private final String key;
    private final KubeApi api;
    private volatile Runnable onChange = () -> {};
    private volatile @Nullable Thread thread;

    /// Knows nothing yet.
    public ObjectWatch(
            ResourceType<R> type, Function<R, Optional<V>> view, String namespace, String name, KubeApi api) {
        this.source = new Source<>(type, view, _ -> null, new Store<>(() -> onChange.run()));
        this.scope = Scope.one(type, namespace, name);
        this.key = namespace + "/" + name;
        this.api = api;
    }

    /// Watches from now on.
    ///
    /// @param listener called, briefly, when there may be something new
    public void start(Runnable listener) {
        onChange = listener;
        Reflector reflector = new Reflector(source, scope, api, new SplittableRandom());
        thread = Thread.ofVirtual().name("watch-" + scope.what()).start(reflector);
    }

    /// The object as it was last seen; empty if it is gone or not known yet.
    public Optional<V> latest() {
        return source.store().find(key).map(Stored::view);
    }

    /// Takes the answer to a read or a write of ours.
    public void written(JsonObject answer) {
        source.written(answer);
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
