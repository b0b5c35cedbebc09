package io.porterlb.kube;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Events that wait to be written, each different one once with a count. Bounded: the oldest is dropped. Any thread.
final class EventQueue {
    private final int limit;
    private final Map<Event, Integer> waiting = new LinkedHashMap<>();

    EventQueue(int limit) {
        this.limit = limit;
    }

    /// Never waits.
    synchronized void offer(Event event) {
        waiting.merge(event, 1, Integer::sum);
        if (waiting.size() > limit) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        notifyAll();
    }

    /// The event that has waited longest; waits until there is one.
    synchronized Counted take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        Iterator<Map.Entry<Event, Integer>> entries = waiting.entrySet().iterator();
        Map.Entry<Event, Integer> oldest = entries.next();
        entries.remove();
        return new Counted(oldest.getKey(), oldest.getValue());
    }

    /// What makes two events the same.
    record Event(String reporter, ObjectRef about, EventType type, String reason, String message) {}

    /// An event and how often it happened.
    record Counted(Event event, int times) {}
}
