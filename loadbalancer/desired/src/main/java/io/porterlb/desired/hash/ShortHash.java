package io.porterlb.desired.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/// SHA-256 of records as text, cut to 64 bits, enough to tell apart what is compared: 16 hexadecimal digits, the
/// same in every process. What is in the records has to have an order.
public final class ShortHash {
    private static final int OCTETS = 8;

    private ShortHash() {}

    public static String of(Stream<? extends Record> parts) {
        MessageDigest digest = sha256();
        parts.forEach(part -> add(digest, part));
        return HexFormat.of().formatHex(digest.digest(), 0, OCTETS);
    }

    private static void add(MessageDigest digest, Record part) {
        digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
