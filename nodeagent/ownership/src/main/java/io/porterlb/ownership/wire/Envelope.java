package io.porterlb.ownership.wire;

import io.porterlb.ownership.message.Message;

/// A message, and the node that signed it.
public record Envelope(String sender, Message message) {}
