package io.porterlb.bfd;

/// The states of a session, which are code points too
/// ([RFC 5880 4.1](https://www.rfc-editor.org/rfc/rfc5880#section-4.1), Sta).
public enum BfdState {
    /// Held down on purpose; says nothing about the path.
    ADMIN_DOWN(0),
    /// Nothing is known of the path, or it does not work.
    DOWN(1),
    /// The neighbor is heard, and does not say that it hears us.
    INIT(2),
    /// Both hear each other.
    UP(3);

    private final int code;

    BfdState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// The state that a code stands for.
    ///
    /// @param code 0 to 3
    public static BfdState of(int code) {
        return values()[code];
    }
}
