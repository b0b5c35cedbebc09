package io.porterlb.ownership.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text from octets. What is no UTF-8 is no text: with replacements in it, it would be longer than it came.
final class Utf8 {
    private Utf8() {}

    /// @throws IllegalArgumentException if these octets are not UTF-8
    static String text(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }
}
