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
    private final EventWriter events;
    private final Voice voice;
    private final Map<String, Map<String, String>> saidByUid;

    /// Writes an event, in somebody's name.
    private interface Voice {
        void say(ObjectRef about, EventType type, String reason, String message);
    }

    public Announcer(EventWriter events) {
        this(events, events::record, new ConcurrentHashMap<>());
    }

    private Announcer(EventWriter events, Voice voice, Map<String, Map<String, String>> saidByUid) {
        this.events = events;
        this.voice = voice;
        this.saidByUid = saidByUid;
    }

    /// The same, in the name of a part of this program: what was said is remembered together.
    ///
    /// @param component `source.component` of the events, such as `service-controller`
    public Announcer as(String component) {
        Voice other = (about, type, reason, message) -> events.record(component, about, type, reason, message);
        return new Announcer(events, other, saidByUid);
    }

    /// Something has happened.
    public void say(ObjectRef about, String reason, String message) {
        voice.say(about, EventType.NORMAL, reason, message);
    }

    /// Something is wrong, and may have been wrong before.
    public void warn(ObjectRef about, String reason, String message) {
        Map<String, String> said = saidByUid.computeIfAbsent(about.uid(), _ -> new ConcurrentHashMap<>());
        if (!message.equals(said.put(reason, message))) {
            voice.say(about, EventType.WARNING, reason, message);
        }
    }

    /// As [#warn], for a message that varies while the same thing is wrong: said once for each reason.
    public void warnOnce(ObjectRef about, String reason, String message) {
        Map<String, String> said = saidByUid.computeIfAbsent(about.uid(), _ -> new ConcurrentHashMap<>());
        if (said.putIfAbsent(reason, message) == null) {
            voice.say(about, EventType.WARNING, reason, message);
        }
    }

    /// All is well with this object: what is wrong later is news again.
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
