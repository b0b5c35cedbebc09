package io.porterlb.manager.service;

import io.porterlb.kube.EventType;
import io.porterlb.manager.event.Announcer;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The events that were said, one line each: `reporter type reason: message`.
final class SaidEvents {
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    Announcer announcer() {
        return new Announcer(
                (reporter, _, type, reason, message) -> lines.add(line(reporter, type, reason, message)),
                "porter-manager");
    }

    ServiceEvents events() {
        return new ServiceEvents(announcer());
    }

    private static String line(String reporter, EventType type, String reason, String message) {
        return reporter + " " + type + " " + reason + ": " + message;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    static String normal(String reason, String message) {
        return line("service-controller", EventType.NORMAL, reason, message);
    }

    static String warning(String reason, String message) {
        return line("service-controller", EventType.WARNING, reason, message);
    }
}
