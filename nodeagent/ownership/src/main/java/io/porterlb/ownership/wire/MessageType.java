package io.porterlb.ownership.wire;

import java.util.Arrays;
import java.util.Optional;

/// The first octet of a message.
enum MessageType {
    HEARTBEAT(1),
    ACKNOWLEDGEMENT(2),
    CHALLENGE(3);

    final int code;

    MessageType(int code) {
        this.code = code;
    }

    static Optional<MessageType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
