package io.porterlb.desired.view;

import java.nio.charset.StandardCharsets;

/// A password. Compared by content; never printed.
public final class Password {
    /// Longest key of TCP MD5 on Linux, in octets (tcp(7), TCP_MD5SIG).
    public static final int MAX_LENGTH = 80;

    private final String text;

    private Password(String text) {
        this.text = text;
    }

    /// Of a text without the line break that editors and `echo` leave at its end.
    public static Password of(String text) {
        return new Password(text.replaceAll("[\\r\\n]+\\z", ""));
    }

    /// What it is, for the one who needs it.
    public String reveal() {
        return text;
    }

    /// Whether it can be the key of TCP MD5: 1 to [#MAX_LENGTH] octets in UTF-8.
    public boolean usable() {
        return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= MAX_LENGTH;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password password && text.equals(password.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "(password)";
    }
}
