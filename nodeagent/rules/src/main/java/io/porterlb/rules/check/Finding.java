package io.porterlb.rules.check;

/// Something that is not as it should be.
///
/// @param message what is wrong, what follows from it and what to do, as sentences
public record Finding(NodeCheck check, String message) {}
