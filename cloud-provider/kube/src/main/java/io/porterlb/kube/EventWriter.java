package io.porterlb.kube;

import com.google.gson.JsonObject;
import io.porterlb.kube.EventQueue.Counted;
import io.porterlb.kube.EventQueue.Event;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Writes Kubernetes events (core/v1) on a virtual thread of its own. Nobody ever waits for one: at most 1000
/// different events wait, then the oldest is dropped. A repeated event raises the count of the one that is
/// there.
public final class EventWriter implements AutoCloseable {
    private static final Logger LOG = System.getLogger(EventWriter.class.getName());
    private static final int MAX_WAITING = 1000;
    private static final int MAX_SERIES = 4000;
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// As the API server allows (`k8s.io/kubernetes/pkg/apis/core/validation/events.go`).
    private static final int MAX_MESSAGE = 1024;

    private final Calls calls;
    private final String component;
    private final String instance;
    private final Clock clock;
    private final EventQueue queue = new EventQueue(MAX_WAITING);
    private final Map<Event, Series> written = new LinkedHashMap<>(); // the thread's own
    private final Thread thread;

    EventWriter(Calls calls, String component, String instance, Clock clock) {
        this.calls = calls;
        this.component = component;
        this.instance = instance;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("events").start(this::run);
    }

    /// This program, as a reporter of events.
    public String component() {
        return component;
    }

    /// Has an event written soon, or never. Never waits.
    ///
    /// @param reporter who says it: [#component], or the name of a controller in Kubernetes, such as
    ///     `service-controller`
    /// @param reason CamelCase word for programs
    /// @param message sentence for people; cut after 1024 characters
    public void record(String reporter, ObjectRef about, EventType type, String reason, String message) {
        String cut = message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE);
        queue.offer(new Event(reporter, about, type, reason, cut));
    }

    private void run() {
        try {
            while (true) {
                write(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end
        }
    }

    /// An event is never worth more than its loss: a refused one (in a namespace that is being deleted, say)
    /// holds up no other.
    private void write(Counted counted) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS && !attempt(counted); attempt++) {
            if (attempt < ATTEMPTS) {
                Thread.sleep(PAUSE.multipliedBy(attempt));
            }
        }
    }

    /// @return whether there is nothing more to try
    private boolean attempt(Counted counted) {
        try {
            writeOnce(counted);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "Event " + counted.event() + " not written", e);
            return e instanceof KubeException refused && refused.isRefusal();
        }
    }

    private void writeOnce(Counted counted) {
        Event event = counted.event();
        Optional<Series> series = Optional.ofNullable(written.remove(event)).map(s -> s.plus(counted.times()));
        boolean raised = series.isPresent() && !(raise(event, series.get()) instanceof WriteResult.NotFound);
        written.put(event, raised ? series.get() : create(counted));
        if (written.size() > MAX_SERIES) {
            written.remove(written.keySet().iterator().next());
        }
    }

    private WriteResult raise(Event event, Series series) {
        JsonObject patch = Json.object("count", series.count(), "lastTimestamp", now());
        String path = path(event) + "/" + series.name();
        return calls.send("Can't write event", "PATCH", path, patch, ContentType.MERGE_PATCH, EventWriter::written);
    }

    private Series create(Counted counted) {
        Event event = counted.event();
        Series series = new Series(event.about().name() + "." + UUID.randomUUID(), counted.times());
        calls.send(
                "Can't write event", "POST", path(event), body(event, series), ContentType.JSON, EventWriter::written);
        return series;
    }

    private static WriteResult written(JsonObject answer) {
        return new WriteResult.Written(Calls.version(answer));
    }

    private JsonObject body(Event event, Series series) {
        String now = now();
        return Json.object(
                "metadata", Map.of("name", series.name(), "namespace", namespace(event)),
                "involvedObject", about(event.about()),
                "type", event.type().text(),
                "reason", event.reason(),
                "message", event.message(),
                "source", Map.of("component", event.reporter(), "host", instance),
                "reportingComponent", event.reporter(),
                "reportingInstance", instance,
                "firstTimestamp", now,
                "lastTimestamp", now,
                "count", series.count());
    }

    private static JsonObject about(ObjectRef object) {
        return Json.object(
                "apiVersion", object.apiVersion(),
                "kind", object.kind(),
                "namespace", object.namespace(),
                "name", object.name(),
                "uid", object.uid());
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String path(Event event) {
        return "/api/v1/namespaces/" + namespace(event) + "/events";
    }

    /// Events about cluster-scoped objects live in `default`, as client-go's recorder has it.
    private static String namespace(Event event) {
        return event.about().namespace().isEmpty() ? "default" : event.about().namespace();
    }

    /// Ends the thread; events that wait are lost.
    @Override
    public void close() {
        thread.interrupt();
    }

    /// An event object and the count it has.
    private record Series(String name, int count) {
        Series plus(int times) {
            return new Series(name, count + times);
        }
    }
}
