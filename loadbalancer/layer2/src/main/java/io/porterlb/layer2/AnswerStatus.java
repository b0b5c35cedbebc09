package io.porterlb.layer2;

import io.porterlb.address.IpAddress;

/// How it is with an address on an interface.
public record AnswerStatus(IpAddress address, String device, AnswerState state) {}
