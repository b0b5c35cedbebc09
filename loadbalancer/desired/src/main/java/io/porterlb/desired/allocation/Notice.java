package io.porterlb.desired.allocation;

/// What the owner of a Service that is served should know all the same.
///
/// @param reason CamelCase, for an event and a condition
/// @param message what, where and what to do, as a sentence
/// @param unmet whether the Service asks for something, and has something else
public record Notice(String reason, String message, boolean unmet) {
    /// Of something that it has not asked for.
    public Notice(String reason, String message) {
        this(reason, message, false);
    }

    /// Both, with the reason of this one.
    Notice and(Notice other) {
        return new Notice(reason, message + " " + other.message, unmet || other.unmet);
    }
}
