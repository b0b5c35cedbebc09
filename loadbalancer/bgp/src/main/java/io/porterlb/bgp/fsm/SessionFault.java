package io.porterlb.bgp.fsm;

/// Why a session failed.
///
/// @param reason one word, for programs
/// @param message a sentence with its period, for people
public record SessionFault(String reason, String message) {}
