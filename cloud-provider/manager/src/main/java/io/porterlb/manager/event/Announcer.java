package io.porterlb.manager.event;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.kube.EventType;
import io.porterlb.kube.EventWriter;
import io.porterlb.kube.ObjectRef;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says things to the owners of objects, as events. What is worked out anew from every view is said once only,
/// until something else is to be said with the same reason. Any thread.
public final class Announcer {
    private final EventSink events;
    private final String reporter;
    private final Map<String, Map<String, String>> saidByUid;

    public Announcer(EventWriter events) {
        this(events::record, events.component());
    }

    /// @param reporter who says it: `source.component` of the events
    public Announcer(EventSink events, String reporter) {
        this(events, reporter, new ConcurrentHashMap<>());
    }

    private Announcer(EventSink events, String reporter, Map<String, Map<String, String>> saidByUid) {
        this.events = events;
        this.reporter = reporter;
        this.saidByUid = saidByUid;
    }

    /// The same, in the name that a controller has in Kubernetes; what both have said is remembered together.
    public Announcer as(String controller) {
        return new Announcer(events, controller, saidByUid);
    }

    /// Something has happened.
    public void say(ObjectRef about, String reason, String message) {
        events.record(reporter, about, EventType.NORMAL, reason, message);
    }

    /// Something is wrong, and may have been wrong before.
    public void warn(ObjectRef about, String reason, String message) {
        unlessSaid(EventType.WARNING, about, reason, message);
    }

    /// Something is so, as somebody wants it, and may have been so before.
    public void note(ObjectRef about, String reason, String message) {
        unlessSaid(EventType.NORMAL, about, reason, message);
    }

    private void unlessSaid(EventType type, ObjectRef about, String reason, String message) {
        Map<String, String> said = saidByUid.computeIfAbsent(about.uid(), _ -> new ConcurrentHashMap<>());
        if (!message.equals(said.put(reason, message))) {
            events.record(reporter, about, type, reason, message);
        }
    }

    /// As [#warn], for a message that varies while the same thing is wrong: said once for each reason.
    public void warnOnce(ObjectRef about, String reason, String message) {
        Map<String, String> said = saidByUid.computeIfAbsent(about.uid(), _ -> new ConcurrentHashMap<>());
        if (said.putIfAbsent(reason, message) == null) {
            events.record(reporter, about, EventType.WARNING, reason, message);
        }
    }

    /// All is well with this object: what is said later is news again.
    public void well(ObjectRef about) {
        saidByUid.remove(about.uid());
    }

    /// Forgets objects that are gone.
    public void forgetAllBut(ClusterView view) {
        if (saidByUid.isEmpty()) {
            return;
        }
        Set<String> live = Stream.of(
                        view.services().values().stream().map(s -> s.uid()),
                        view.eips().values().stream().map(e -> e.uid()),
                        view.confs().values().stream().map(c -> c.uid()),
                        view.peers().values().stream().map(p -> p.uid()),
                        view.nodes().values().stream().map(n -> n.uid()))
                .flatMap(uids -> uids)
                .collect(Collectors.toSet());
        saidByUid.keySet().retainAll(live);
    }
}
