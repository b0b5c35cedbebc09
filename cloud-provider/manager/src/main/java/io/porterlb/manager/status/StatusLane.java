package io.porterlb.manager.status;

import io.porterlb.desired.status.Condition;
import io.porterlb.kube.ObjectRef;
import io.porterlb.kube.WriteResult;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import io.porterlb.manager.event.Announcer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The statuses of one kind, each object's written at most once in [#CALM]: many Services share an Eip, and its
/// status is a copy that nothing waits for. What is wrong with an object becomes an event too.
///
/// @param <V> the object as it was seen
/// @param <S> its status
final class StatusLane<V, S> implements AutoCloseable {
    static final Duration CALM = Duration.ofSeconds(1);

    private final Function<V, ObjectRef> reference;
    private final Function<S, List<Condition>> conditions;
    private final BiFunction<V, S, WriteResult> writer;
    private final Announcer announcer;
    private final KeyedQueue<ObjectRef> queue;
    private Map<String, V> lastObjects = Map.of();
    private Map<String, S> lastStatuses = Map.of();

    StatusLane(
            String name,
            Function<V, ObjectRef> reference,
            Function<S, List<Condition>> conditions,
            BiFunction<V, S, WriteResult> writer,
            Announcer announcer) {
        this.reference = reference;
        this.conditions = conditions;
        this.writer = writer;
        this.announcer = announcer;
        this.queue = new KeyedQueue<>(name, 4, Pace.every(CALM));
    }

    /// Has every status compared with what is stored that has changed, or whose object may have: the map of
    /// objects is another one as soon as any of them was written to, by whomever.
    @SuppressWarnings("ReferenceEquality") // views share the maps of kinds in which nothing changed
    void apply(Map<String, V> objects, Map<String, S> statuses) {
        boolean touched = objects != lastObjects;
        statuses.forEach((name, status) -> {
            V object = objects.get(name);
            if (object != null && (touched || !status.equals(lastStatuses.get(name)))) {
                submit(object, status);
            }
        });
        lastObjects = objects;
        lastStatuses = statuses;
    }

    private void submit(V object, S status) {
        ObjectRef about = reference.apply(object);
        queue.submit(about, () -> {
            announce(about, conditions.apply(status));
            // Where somebody else wrote to the object, the next try compares with what is there then
            writer.apply(object, status).orThrowUnlessGone();
        });
    }

    private void announce(ObjectRef about, List<Condition> all) {
        List<Condition> wrong = all.stream().filter(c -> !c.status()).toList();
        wrong.forEach(condition -> announcer.warnOnce(about, condition.reason(), condition.message()));
        if (wrong.isEmpty()) {
            announcer.well(about);
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
