package io.porterlb.ownership.wire;

import java.nio.ByteBuffer;

/// One datagram: a message, or a part of one that is too long.
///
/// @param sender the name of the node
/// @param id tells the sender's messages from one another, among those that may be under way together
/// @param index of this part, from 0
/// @param count of parts, 1 to 255
/// @param payload octets of the message, from its position on
record Part(String sender, long id, int index, int count, ByteBuffer payload) {}
