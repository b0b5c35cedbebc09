package io.porterlb.ownership.wire;

/// Why a datagram, or the message that it carries, is taken no notice of.
public enum DiscardReason {
    /// Too short, too long, or not of this protocol.
    NO_DATAGRAM("is no datagram of this protocol"),
    /// Of a later or earlier version of the protocol.
    OTHER_VERSION("is of another version of the protocol"),
    /// Signed with none of the keys, or changed on the way.
    NOT_AUTHENTIC("is signed with none of the keys"),
    /// A part beyond the number of parts.
    BAD_PART("says that it is a part that there is not"),
    /// A type that is not known, or fields that end too early, are too long, or are followed by something.
    MALFORMED("can't be read");

    private final String text;

    DiscardReason(String text) {
        this.text = text;
    }

    /// The end of a sentence about a datagram.
    public String text() {
        return text;
    }
}
