package io.porterlb.desired.allocation;

/// What the owner of a Service that is served should know all the same.
///
/// @param reason CamelCase, for an event
/// @param message what, where and what to do, as a sentence
public record Notice(String reason, String message) {}
