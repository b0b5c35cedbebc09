package io.porterlb.manager.event;

import io.porterlb.kube.EventType;
import io.porterlb.kube.ObjectRef;

/// Where events go, as {@link io.porterlb.kube.EventWriter#record} takes them. Never waits.
@FunctionalInterface
public interface EventSink {
    void record(String reporter, ObjectRef about, EventType type, String reason, String message);
}
