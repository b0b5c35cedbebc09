package io.porterlb.test.cluster.process;

/// What a command that has ended left behind.
///
/// @param exitStatus 0 to 255; 128 + the signal's number where a signal ended it
/// @param output standard output as UTF-8 text
/// @param error standard error as UTF-8 text
public record CommandResult(int exitStatus, String output, String error) {}
