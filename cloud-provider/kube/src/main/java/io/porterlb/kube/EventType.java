package io.porterlb.kube;

/// `type` of a Kubernetes event.
public enum EventType {
    NORMAL("Normal"),
    WARNING("Warning");

    private final String text;

    EventType(String text) {
        this.text = text;
    }

    /// As the API spells it.
    String text() {
        return text;
    }
}
