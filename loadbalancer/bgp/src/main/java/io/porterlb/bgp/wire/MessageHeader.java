package io.porterlb.bgp.wire;

/// Sizes of the message header, in octets ([RFC 4271 4.1](https://www.rfc-editor.org/rfc/rfc4271#section-4.1)).
public final class MessageHeader {
    public static final int MARKER_LENGTH = 16;
    public static final int LENGTH = 19;

    /// The longest message.
    public static final int MAX_LENGTH = 4096;

    private MessageHeader() {}
}
