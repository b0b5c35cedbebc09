package io.porterlb.rules;

/// The protocols that a Service's port may have (`ServicePort.protocol`).
public enum Protocol {
    TCP,
    UDP,
    SCTP
}
