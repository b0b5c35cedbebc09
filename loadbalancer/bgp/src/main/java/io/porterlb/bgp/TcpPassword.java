package io.porterlb.bgp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The key of TCP MD5 signatures ([RFC 2385](https://www.rfc-editor.org/rfc/rfc2385)). Compared by content; never
/// printed.
public final class TcpPassword {
    /// Linux' limit, in octets (tcp(7), TCP_MD5SIG).
    public static final int MAX_LENGTH = 80;

    private final byte[] octets;

    private TcpPassword(byte[] octets) {
        this.octets = octets;
    }

    /// Of a text.
    ///
    /// @throws IllegalArgumentException if it is empty, or longer than [#MAX_LENGTH] octets in UTF-8
    public static TcpPassword of(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length == 0 || octets.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a TCP MD5 password has 1 to " + MAX_LENGTH + " octets, not " + octets.length);
        }
        return new TcpPassword(octets);
    }

    /// The key, for the kernel.
    public byte[] octets() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TcpPassword password && Arrays.equals(octets, password.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return "(password)";
    }
}
