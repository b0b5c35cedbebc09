package io.porterlb.desired.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash of a plan: SHA-256 of its parts as text, cut to 64 bits, enough to tell one node's plans apart. The parts
/// are records of lists, whose order is fixed, and a password's text does not show what it is.
final class PlanHash {
    private static final int OCTETS = 8;

    private PlanHash() {}

    static String of(NodePlan plan) {
        MessageDigest digest = sha256();
        plan.speaker().ifPresent(speaker -> add(digest, speaker));
        plan.routes().forEach(route -> add(digest, route));
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
