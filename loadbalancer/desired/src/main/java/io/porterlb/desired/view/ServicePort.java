package io.porterlb.desired.view;

/// One port of a Service.
///
/// @param protocol `TCP`, `UDP` or `SCTP`
/// @param port 1 to 65535
public record ServicePort(String protocol, int port) {}
