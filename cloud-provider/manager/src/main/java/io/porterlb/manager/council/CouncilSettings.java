package io.porterlb.manager.council;

/// How the council is to be.
///
/// @param port of the agents, UDP
/// @param witnessed whether a witness has a vote where the number of seats is even
public record CouncilSettings(int port, boolean witnessed) {}
