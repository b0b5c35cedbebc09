package io.porterlb.bgp.wire;

import java.util.Optional;

/// Message types ([RFC 4271 4.1](https://www.rfc-editor.org/rfc/rfc4271#section-4.1), RFC 2918 3) with the
/// lengths that a whole message of the type may have, in octets. What is wrong with the length of a
/// ROUTE-REFRESH depends on what is in it (RFC 7313 5): see there.
public enum MessageType {
    OPEN(1, 29, MessageHeader.MAX_LENGTH),
    UPDATE(2, 23, MessageHeader.MAX_LENGTH),
    NOTIFICATION(3, 21, MessageHeader.MAX_LENGTH),
    KEEPALIVE(4, 19, 19),
    ROUTE_REFRESH(5, 19, MessageHeader.MAX_LENGTH);

    private final int code;
    private final int minLength;
    private final int maxLength;

    MessageType(int code, int minLength, int maxLength) {
        this.code = code;
        this.minLength = minLength;
        this.maxLength = maxLength;
    }

    static Optional<MessageType> of(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }

    int code() {
        return code;
    }

    boolean mayHaveLength(int length) {
        return length >= minLength && length <= maxLength;
    }
}
