package io.porterlb.desired.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash of a plan: SHA-256 of its lines, cut to 64 bits, enough to tell one node's plans apart.
final class PlanHash {
    private static final int OCTETS = 8;

    private PlanHash() {}

    static String of(NodePlan plan) {
        MessageDigest digest = sha256();
        plan.speaker().ifPresent(speaker -> {
            line(digest, "speaker", speaker.localAs(), speaker.routerId());
            speaker.peers().forEach(peer -> add(digest, peer));
        });
        plan.routes().forEach(route -> line(digest, "route", route.prefix()));
        return HexFormat.of().formatHex(digest.digest(), 0, OCTETS);
    }

    private static void add(MessageDigest digest, PeerPlan peer) {
        line(digest, "peer", peer.name(), peer.address(), peer.port(), peer.peerAs(), peer.localAs());
        line(digest, "timers", peer.holdTime(), peer.keepalive(), peer.connectRetry());
        line(digest, "session", peer.multihopTtl().orElse(0), peer.adminDown());
    }

    private static void line(MessageDigest digest, Object... fields) {
        for (Object field : fields) {
            digest.update(field.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) ' ');
        }
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
