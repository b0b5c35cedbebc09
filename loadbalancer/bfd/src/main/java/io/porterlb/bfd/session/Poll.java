package io.porterlb.bfd.session;

/// Where a Poll Sequence is ([RFC 5880 6.5](https://www.rfc-editor.org/rfc/rfc5880#section-6.5)).
public enum Poll {
    /// There is none.
    IDLE,
    /// Our packets carry the Poll bit until one with the Final bit comes.
    POLLING,
    /// That one has come. The next sequence begins only after one without the Final bit, or nobody could tell
    /// which of the two a Final bit answers (RFC 5880 6.8.3).
    SETTLING
}
